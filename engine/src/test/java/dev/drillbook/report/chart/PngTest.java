package dev.drillbook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void the_picture_has_ink_where_words_must_be_and_none_in_its_corners() throws Exception {
        PrintedChart chart = new PrintedChart();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Png.of(chart.svg())));
        chart.words().forEach((words, box) -> assertThat(ink(picture, box[0], box[1], box[2], box[3]))
                .as(words)
                .isBetween(0.05, 0.6));
        assertThat(ink(picture, 0, 0, 12, 12)).isZero();
        assertThat(ink(picture, Frame.WIDTH - 4, 0, Frame.WIDTH - 1, 200)).isZero();
    }

    /** The share of pixels that are clearly not white. */
    private static double ink(BufferedImage picture, double left, double top, double right, double bottom) {
        int width = (int) ((right - left) * 2);
        int height = (int) ((bottom - top) * 2);
        int[] pixels = picture.getRGB((int) (left * 2), (int) (top * 2), width, height, null, 0, width);
        return IntStream.of(pixels).filter(pixel -> (pixel >> 8 & 0xff) < 170).count() / (double) pixels.length;
    }
}
