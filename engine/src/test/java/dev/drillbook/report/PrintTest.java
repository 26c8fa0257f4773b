package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.report.chart.Chart;
import dev.drillbook.report.chart.PrintedChart;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Happening.Ending;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Looks at printed pages as pictures. */
class PrintTest {
    private static final float DPI = 96; // a pixel of the picture is a pixel of style sheets
    private static final double MILLIMETRE = DPI / 25.4;

    @Test
    void every_label_of_the_chart_is_printed_as_words() throws IOException {
        var chart = new PrintedChart();
        String page = "<html lang='en'><head><title>t</title><style>@page { size: 800px 1000px; margin: 0 }"
                + " body { margin: 0 } svg { display: block }</style></head><body>" + chart.svg() + "</body></html>";
        BufferedImage picture = pictures(Pdf.of(page, new ArrayList<>())).get(0);
        chart.words().forEach((words, box) -> assertThat(ink(picture, box[0], box[1], box[2], box[3]))
                .as(words)
                .isBetween(0.05, 0.6));
    }

    @Test
    void no_page_prints_into_its_margins_or_is_empty() throws IOException {
        String words = "a long word: " + "unbreakable".repeat(30) + " and ordinary ones ".repeat(20);
        List<BufferedImage> pages =
                pictures(printed(Drills.aDrill().titled(words).suspecting(words).usualStory()));
        for (BufferedImage page : pages) {
            double right = page.getWidth() - 19 * MILLIMETRE + 2;
            assertThat(ink(page, 0, 0, 19 * MILLIMETRE - 3, page.getHeight())).isZero();
            assertThat(ink(page, right, 0, page.getWidth(), page.getHeight())).isZero();
            assertThat(ink(page, 0, 30 * MILLIMETRE, page.getWidth(), page.getHeight() - 30 * MILLIMETRE))
                    .isGreaterThan(0.003);
        }
        assertThat(pages).hasSizeBetween(5, 12);
    }

    @Test
    void no_row_of_a_table_is_broken_across_two_pages() throws IOException {
        int rows = 60;
        Drills drill =
                Drills.aDrill().withSeries(Readings.of(230, 3, 180)).begun().broken();
        for (int row = 0; row < rows; row++)
            drill.at(
                    10 + row,
                    new Claim.Noted(
                            "bob",
                            Drills.time(10 + row),
                            "begin" + row + "." + " and so on".repeat(40) + " end" + row + "."));
        List<String> pages = texts(printed(drill.restored().closed(Ending.RESTORED)));
        for (int row = 0; row < rows; row++)
            assertThat(pageOf("begin" + row + ".", pages)).as("row " + row).isEqualTo(pageOf("end" + row + ".", pages));
    }

    private static int pageOf(String words, List<String> pages) {
        return IntStream.range(0, pages.size())
                .filter(page -> pages.get(page).contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(byte[] pdf) throws IOException {
        List<String> texts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document));
            }
        }
        return texts;
    }

    @Test
    void what_is_written_from_right_to_left_is_printed_so() throws IOException {
        byte[] pdf = printed(Drills.aDrill().titled("השרת נפל").usualStory());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("השרת נפל");
        }
    }

    static byte[] printed(Drills drill) {
        Subject subject = drill.subject();
        var forTemplates =
                new Words(Model.of(subject), Chart.svg(ChartSection.of(subject).chart()));
        String page = new Templates(Path.of("no-such-folder"), Duration.ofMinutes(5))
                .render("postmortem.pdf.ftlh", forTemplates.forTemplates());
        return Pdf.of(page, new ArrayList<>());
    }

    private static List<BufferedImage> pictures(byte[] pdf) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++)
                pictures.add(renderer.renderImageWithDPI(page, DPI));
        }
        return pictures;
    }

    /** The share of pixels that are clearly darker than paper. */
    private static double ink(BufferedImage picture, double left, double top, double right, double bottom) {
        int width = (int) (right - left);
        int height = (int) (bottom - top);
        int[] pixels = picture.getRGB((int) left, (int) top, width, height, null, 0, width);
        return IntStream.of(pixels).filter(pixel -> (pixel >> 8 & 0xff) < 170).count() / (double) pixels.length;
    }
}
