package dev.drillbook.practice.part;

import java.util.Arrays;
import java.util.Locale;

/** Writes the Prometheus text format, version 0.0.4. */
public final class MetricsText {
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    /** Begins a family of samples. {@code type} is one of {@code counter}, {@code gauge} and {@code summary}. */
    public MetricsText family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /** @param labels name, value, name, value … */
    public MetricsText sample(String name, double value, String... labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
            text.append(escaped(labels[i + 1])).append('"');
        }
        if (labels.length > 0) text.append('}');
        text.append(' ').append(number(value)).append('\n');
        return this;
    }

    /** A family of one sample without labels. */
    public MetricsText single(String name, String type, String help, double value) {
        return family(name, type, help).sample(name, value);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String[] with(String[] labels, String name, String value) {
        String[] all = Arrays.copyOf(labels, labels.length + 2);
        all[labels.length] = name;
        all[labels.length + 1] = value;
        return all;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) return "NaN";
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6f", value);
    }
}
