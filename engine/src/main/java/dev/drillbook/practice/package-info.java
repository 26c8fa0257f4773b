/**
 * The practice environment, a real web stack on loopback: Redis, PostgreSQL, three shops, a balancer, a price desk and
 * an auditor, all owned by one supervisor process. The wish to have it up or down comes in, an ordinary {@link
 * dev.drillbook.environment.Environment} goes out. Read {@link dev.drillbook.practice.PracticeStack} first, then
 * {@link dev.drillbook.practice.Blueprint}, which lists the parts.
 */
package dev.drillbook.practice;
