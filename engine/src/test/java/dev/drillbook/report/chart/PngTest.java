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
        ChartModel model = Charts.of(240, 3, Charts.usual(240));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Png.of(Chart.svg(model))));
        Frame frame = Frame.of(model);
        for (Lanes.Label label : frame.lanes().labels()) {
            double y = frame.laneY(label.lane());
            double from = label.onLeft() ? label.left() : label.x() + Lanes.GLYPH;
            double to = label.onLeft() ? label.x() - Lanes.GLYPH : label.right();
            assertThat(ink(picture, from, y - 6, to, y + 6)).as(label.words()).isBetween(0.05, 0.6);
        }
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
