/**
 * The documents of a drill. A timeline, its scorecard and the last hash of its journal come in as a {@link
 * dev.drillbook.report.Subject}, files go out: the postmortem as Markdown, HTML and PDF, the chart, the scorecard. Read
 * {@link dev.drillbook.report.Postmortem} first, then {@link dev.drillbook.report.Model}.
 */
package dev.drillbook.report;
