package dev.drillbook.practice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Rows under headings, each column as wide as its widest cell; numbers stand to the right. */
final class Table {
    private final List<String> headings;
    private final List<List<Object>> rows = new ArrayList<>();

    Table(List<String> headings) {
        this.headings = headings;
    }

    /** @param cells as many as there are headings; null is shown as {@code NULL} */
    void row(List<?> cells) {
        rows.add(new ArrayList<>(cells));
    }

    @Override
    public String toString() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        line(text, headings, widths);
        for (int i = 0; i < widths.length; i++) text.append(i == 0 ? "" : "  ").append("-".repeat(widths[i]));
        text.append('\n');
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private int[] widths() {
        int[] widths = headings.stream().mapToInt(Table::width).toArray();
        for (List<Object> row : rows)
            for (int i = 0; i < widths.length; i++) widths[i] = Math.max(widths[i], width(row.get(i)));
        return widths;
    }

    private static void line(StringBuilder text, List<?> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String filling = " ".repeat(widths[i] - width(cells.get(i)));
            boolean right = cells.get(i) instanceof Number;
            line.append(i == 0 ? "" : "  ").append(right ? filling : "").append(shown(cells.get(i)));
            line.append(right ? "" : filling);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(Object cell) {
        String shown = shown(cell);
        return shown.codePointCount(0, shown.length());
    }

    /** In one line, and nothing that a terminal would obey. */
    private static String shown(Object cell) {
        if (cell == null) return "NULL";
        String text = cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
        return text.replace("\n", "\\n").replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
