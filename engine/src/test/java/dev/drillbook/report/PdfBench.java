package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Happening.Closed;
import dev.drillbook.timeline.Happening.Ending;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A timeline of a thousand rows as PDF, against what a person is willing to wait for. */
@Tag("bench")
@Isolated
class PdfBench {
    private static final int ROWS = 1_000;
    private static final double LIMIT = 10;

    @Test
    void a_thousand_rows() throws Exception {
        Drills drill =
                Drills.aDrill().withSeries(Readings.of(1_100, 3, 900)).begun().broken();
        for (int row = 0; row < ROWS; row++)
            drill.at(
                    20 + row,
                    new Claim.Noted("alice", Drills.time(20 + row), "note " + row + ": the queue is " + row + " long"));
        drill.at(ROWS + 30, new Closed(Ending.TIME_LIMIT, null));

        var threads = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        byte[] pdf = PrintTest.printed(drill);
        double seconds = (System.nanoTime() - wall) / 1e9;
        double busy = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;

        try (var document = Loader.loadPDF(pdf)) {
            System.out.printf(
                    Locale.ROOT,
                    "PDF of %,d rows, %d pages: %.1f s, %.1f s of CPU, %.2f of the limit of %.0f s%n",
                    ROWS,
                    document.getNumberOfPages(),
                    seconds,
                    busy,
                    busy / LIMIT,
                    LIMIT);
        }
        assertThat(busy).isLessThan(LIMIT);
    }
}
