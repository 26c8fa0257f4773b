/**
 * Synthetic users, who measure what real users would feel. A {@link dev.drillbook.environment.Site} and a {@link
 * dev.drillbook.traffic.Load} come in, one {@link dev.drillbook.timeline.Second} a second goes out, with the signals
 * that {@link dev.drillbook.traffic.TrafficSignals} lists. Read {@link dev.drillbook.traffic.Traffic} first, then
 * {@link dev.drillbook.traffic.Summary}.
 */
package dev.drillbook.traffic;
