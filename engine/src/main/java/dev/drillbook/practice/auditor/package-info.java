/**
 * Watches the shop from outside and raises alerts. The shop's pages, the prices in PostgreSQL and the balancer's metrics
 * come in each second, alerts in the form of Alertmanager's webhook go out. Read {@link
 * dev.drillbook.practice.auditor.Auditor} first.
 */
package dev.drillbook.practice.auditor;
