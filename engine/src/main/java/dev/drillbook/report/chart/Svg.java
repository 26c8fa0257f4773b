package dev.drillbook.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Writes SVG elements, numbers rounded to a hundredth of a pixel, texts made harmless. */
final class Svg {
    /** In print, text of exactly 12 with an embedded font comes out as a dot (openhtmltopdf 1.1.65). */
    static final double TEXT_SIZE = 11.9;

    static final double SMALL_SIZE = 10.9;

    private final StringBuilder out = new StringBuilder();

    Svg raw(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    void rect(Paint fill, double x, double y, double width, double height) {
        out.append("<rect x='%s' y='%s' width='%s' height='%s' %s/>\n"
                .formatted(number(x), number(y), number(width), number(height), filled(fill)));
    }

    void line(Paint stroke, double width, String dashes, double x1, double y1, double x2, double y2) {
        String dashed = dashes.isEmpty() ? "" : " stroke-dasharray='" + dashes + "'";
        out.append("<line x1='%s' y1='%s' x2='%s' y2='%s' %s%s/>\n"
                .formatted(number(x1), number(y1), number(x2), number(y2), stroked(stroke, width), dashed));
    }

    /** An unfilled path. */
    void path(Paint stroke, double width, String d) {
        if (d.isEmpty()) return;
        out.append("<path d='%s' fill='none' stroke-linejoin='round' stroke-linecap='round' %s/>\n"
                .formatted(d, stroked(stroke, width)));
    }

    void shape(Paint fill, Paint stroke, String d) {
        out.append("<path d='%s' class='%s %s' fill='%s' stroke='%s' stroke-width='1.6'/>\n"
                .formatted(d, fill.fillClass(), stroke.strokeClass(), fill.light, stroke.light));
    }

    Words words(double x, double y, double size, String anchor) {
        return new Words(x, y, size, anchor);
    }

    /** A line of text, of one or more spans. */
    final class Words {
        private final List<Span> spans = new ArrayList<>();
        private final double x;
        private final double y;
        private final double size;
        private final String anchor;

        private record Span(Paint paint, boolean bold, String text) {
            private Typeface typeface() {
                return bold ? Typeface.BOLD : Typeface.REGULAR;
            }

            boolean isKnown() {
                return typeface().knows(text);
            }

            double width(double size) {
                return typeface().width(text, size);
            }

            /** Of the space before its first letter. */
            double indent(double size) {
                return width(size) - typeface().width(text.stripLeading(), size);
            }

            String look() {
                return filled(paint) + (bold ? " font-weight='bold'" : "");
            }
        }

        private Words(double x, double y, double size, String anchor) {
            this.x = x;
            this.y = y;
            this.size = size;
            this.anchor = anchor;
        }

        Words say(Paint paint, String text) {
            return say(paint, false, text);
        }

        Words say(Paint paint, boolean bold, String text) {
            spans.add(new Span(paint, bold, text));
            return this;
        }

        void end() {
            if (spans.stream().allMatch(Span::isKnown)) sideBySide();
            else asOne();
        }

        /**
         * Each as wide as was counted on, whatever the font of whoever looks at it: a wider one would run into its
         * neighbours, and out of the picture.
         */
        private void sideBySide() {
            double at = left();
            for (Span span : spans) {
                if (!span.text.isBlank()) put(span, at + span.indent(size));
                at += span.width(size);
            }
        }

        private void put(Span span, double at) {
            String text = span.text.stripLeading();
            out.append(
                    "<text x='%s' y='%s' font-size='%s' textLength='%s' lengthAdjust='spacingAndGlyphs' %s>%s</text>\n"
                            .formatted(
                                    number(at),
                                    number(y),
                                    number(size),
                                    number(span.typeface().width(text, size)),
                                    span.look(),
                                    escaped(text)));
        }

        private double left() {
            double width = spans.stream().mapToDouble(span -> span.width(size)).sum();
            return x - (anchor.equals("end") ? width : anchor.equals("middle") ? width / 2 : 0);
        }

        /** Letters of another font: how wide they are is its business. */
        private void asOne() {
            out.append("<text x='%s' y='%s' font-size='%s' text-anchor='%s'>"
                    .formatted(number(x), number(y), number(size), anchor));
            for (Span span : spans) out.append("<tspan %s>%s</tspan>".formatted(span.look(), escaped(span.text)));
            out.append("</text>\n");
        }
    }

    private static String filled(Paint paint) {
        return "class='" + paint.fillClass() + "' fill='" + paint.light + "'";
    }

    private static String stroked(Paint paint, double width) {
        return "class='" + paint.strokeClass() + "' stroke='" + paint.light + "' stroke-width='" + number(width) + "'";
    }

    /** By hand: a chart has tens of thousands of numbers, and {@code String.format} takes its time. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths == 0) return "0";
        long fraction = Math.abs(hundredths % 100);
        String sign = hundredths < 0 ? "-" : "";
        String whole = sign + Math.abs(hundredths / 100);
        if (fraction == 0) return whole;
        return whole + (fraction < 10 ? ".0" : ".") + (fraction % 10 == 0 ? fraction / 10 : fraction);
    }

    /** As XML text or attribute. */
    static String escaped(String text) {
        return Letters.printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
