package dev.drillbook.script;

import dev.drillbook.runbook.Mistake;
import dev.drillbook.runbook.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Blanks out what is known to be mistaken, and what needs the handles that it defines, so that the next attempt finds the
 * mistakes that they hid. It remembers what it took out.
 */
final class Pruning {
    private final Set<String> words = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> defined = new HashSet<>();
    private final Set<String> missing = new HashSet<>();
    private boolean tookOut;

    /** Whether anything was taken out. */
    boolean tookOut() {
        return tookOut;
    }

    /** Whether a statement with this word, or a misspelt one of it, was taken out: what it would have said is unknown. */
    boolean leftOut(String word) {
        return isMeant(word, words) || isMeant(word, names);
    }

    /** Whether a statement that was taken out mentions this variable, or means it with a misspelt name. */
    boolean mentions(String name) {
        return isMeant(name, names);
    }

    private static boolean isMeant(String right, Set<String> said) {
        return said.stream().anyMatch(one -> Nearest.to(one, List.of(right)).isPresent());
    }

    /** Notes that a mistake would, were it none, mention this variable. */
    void meant(String name) {
        names.add(name);
    }

    /** Notes that a name has no value where it is needed: who needs it is taken out. @return whether that is news */
    boolean lacks(String name) {
        names.add(name);
        return missing.add(name);
    }

    /** The text with spaces where the mistaken parts of its outline were. */
    String prune(String text, Outline outline, List<Mistake> mistakes) {
        StringBuilder pruned = new StringBuilder(text);
        defined.clear();
        prune(pruned, outline.parts(), mistakes);
        return pruned.toString();
    }

    private void prune(StringBuilder text, List<Outline.Part> parts, List<Mistake> mistakes) {
        for (Outline.Part part : parts) {
            List<Mistake> here =
                    mistakes.stream().filter(part.range()::contains).toList();
            boolean mistaken = !here.isEmpty() || part.names().stream().anyMatch(missing::contains);
            boolean onlyInBlock = part.block() != null && here.stream().allMatch(part.block()::contains);
            if (!mistaken) defined.addAll(part.defined());
            else if (onlyInBlock) prune(text, part.inner(), mistakes);
            else takeOut(text, part);
        }
    }

    private void takeOut(StringBuilder text, Outline.Part part) {
        tookOut = true;
        words.addAll(part.words());
        names.addAll(part.names());
        part.defined().stream().filter(name -> !defined.contains(name)).forEach(missing::add);
        int start = offset(text, part.range().line(), part.range().column());
        int end = offset(text, part.range().lastLine(), part.range().lastColumn());
        while (end < text.length() && " ;".indexOf(text.charAt(end)) >= 0) end++;
        int[] blank = text.substring(start, end)
                .codePoints()
                .map(c -> c == '\n' ? c : ' ')
                .toArray();
        text.replace(start, end, new String(blank, 0, blank.length));
    }

    /** Columns count whole characters, of which some are two of Java's. */
    private static int offset(StringBuilder text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
        return text.offsetByCodePoints(start, column - 1);
    }
}
