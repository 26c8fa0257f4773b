package dev.drillbook.script;

import dev.drillbook.runbook.Mistake;
import dev.drillbook.runbook.Source;
import java.util.ArrayList;
import java.util.List;

/** The mistakes found in one text so far. */
final class Mistakes {
    private final String file;
    private final String[] lines;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(Source source) {
        file = source.file();
        lines = source.text().split("\n", -1);
    }

    /** Notes a mistake, unless one is known at this very place: what follows from a mistake is none. */
    void at(int line, int column, String message) {
        Mistake mistake = new Mistake(file, Math.max(1, line), Math.max(1, column), message);
        if (found.stream().noneMatch(mistake::samePlace)) found.add(mistake);
    }

    /** Notes a mistake whose column nobody knows. */
    void atLine(int line, String message) {
        Mistake mistake = new Mistake(file, Math.max(1, line), firstColumn(Math.max(1, line)), message);
        if (!found.contains(mistake)) found.add(mistake);
    }

    private int firstColumn(int line) {
        if (line > lines.length) return 1;
        String text = lines[line - 1];
        return text.length() - text.stripLeading().length() + 1;
    }

    int size() {
        return found.size();
    }

    /** Sorted by place. */
    List<Mistake> all() {
        return found.stream().sorted().toList();
    }
}
