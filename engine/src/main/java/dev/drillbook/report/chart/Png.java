package dev.drillbook.report.chart;

import dev.drillbook.runbook.DrillException;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** A chart as pixels, for where SVG cannot go. */
public final class Png {
    private static final float SHARPNESS = 2;

    private Png() {}

    /**
     * @param svg from {@link Chart#svg}; the picture has two pixels for each of its own
     * @throws DrillException when this machine's Java cannot draw
     */
    public static byte[] of(String svg) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            register("/liberation/LiberationSans-Regular.ttf");
            register("/liberation/LiberationSans-Bold.ttf");
            transcoder().transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(bytes));
        } catch (TranscoderException | IOException | FontFormatException | LinkageError | InternalError e) {
            // a Java without its font libraries throws errors of all kinds; the other documents do not need them
            throw new DrillException("cannot draw chart.png: " + e + "; chart.svg has the same picture", e);
        }
        return bytes.toByteArray();
    }

    private static PNGTranscoder transcoder() {
        PNGTranscoder transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, (float) Frame.WIDTH * SHARPNESS);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
        return transcoder;
    }

    /** Does nothing when the machine has the font already. */
    private static void register(String resource) throws IOException, FontFormatException {
        try (InputStream file = Png.class.getResourceAsStream(resource)) {
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, file));
        }
    }
}
