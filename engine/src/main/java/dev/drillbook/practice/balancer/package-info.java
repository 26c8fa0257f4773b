/**
 * The load balancer in front of the shop's servers. HTTP/1.1 requests of many clients come in, and go out to the server
 * that their session belongs to, over plain blocking sockets that are kept open. Read {@link
 * dev.drillbook.practice.balancer.Client} first.
 */
package dev.drillbook.practice.balancer;
