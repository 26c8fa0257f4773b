package dev.drillbook.report.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** How wide a text is in the charts' font, read from the font file itself: the same on every machine. */
final class Typeface {
    static final Typeface REGULAR = new Typeface("/liberation/LiberationSans-Regular.ttf");
    static final Typeface BOLD = new Typeface("/liberation/LiberationSans-Bold.ttf");

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    private Typeface(String resource) {
        try (InputStream file = Typeface.class.getResourceAsStream(resource)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + resource, e);
        }
    }

    /** In pixels. A letter that this font lacks counts as one em, which is as wide as other scripts' letters get. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::ems).sum() * size;
    }

    /** The text, shortened to fit the width; an ellipsis stands for what is left out. */
    String fitted(String text, double size, double width) {
        if (width(text, size) <= width) return text;
        int[] letters = text.codePoints().toArray();
        int kept = letters.length;
        while (kept > 0 && width(new String(letters, 0, kept).strip() + "…", size) > width) kept--;
        return new String(letters, 0, kept).strip() + "…";
    }

    /** Whether it has all letters of that text. */
    boolean knows(String text) {
        return text.codePoints().allMatch(letter -> glyphs.getGlyphId(letter) != 0);
    }

    private double ems(int letter) {
        int glyph = glyphs.getGlyphId(letter);
        try {
            synchronized (font) {
                return glyph == 0 ? 1 : font.getAdvanceWidth(glyph) / unitsPerEm;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
