/**
 * The picture of a drill. Series, marks and bands come in as a {@link dev.drillbook.report.chart.ChartModel} of finished
 * words and plain numbers, one SVG goes out, and a PNG of it. Read {@link dev.drillbook.report.chart.Chart} first.
 */
package dev.drillbook.report.chart;
