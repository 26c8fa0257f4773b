package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Putting back keys of a file by hand: one {@code sed} (GNU) where lines can be changed so, else plain words. It knows a
 * line by what stands there, where that is one key and its value: whoever types it later, when lines were added or the
 * harm was put right, changes no other. What else stands on a line may be secret: that one goes by its number.
 */
final class TypedEdit {
    private static final Pattern ONE_KEY = Pattern.compile("[\\s{\"'-]*[^\\s{}\"':=,]+[\"']?\\s*[:=]?\\s*[\"']?");
    private static final Pattern ITS_END = Pattern.compile("[\"'\\s,}]*");

    private final String content;
    private final List<Edit> edits;
    private final String restored;

    /** @param edits of the content, no two of the same place */
    private TypedEdit(String content, List<Edit> edits) {
        this.content = content;
        this.edits = edits.stream()
                .sorted(Comparator.comparing(Edit::start).reversed())
                .toList();
        String text = content;
        for (Edit edit : this.edits) text = edit.appliedTo(text);
        this.restored = text;
    }

    /** @param named whose ending says what is at that path */
    static String of(Path path, Path named, List<KeyChange> keys) {
        return sed(path, named, keys)
                .orElseGet(() -> "in " + path + ": "
                        + keys.stream().map(KeyChange::putBackInWords).collect(Collectors.joining(", ")));
    }

    /** Also before the harm is done: then as the file will be. */
    private static Optional<String> sed(Path path, Path named, List<KeyChange> keys) {
        try {
            ConfigText text =
                    ConfigText.of(named.toString(), TextFile.read(path, named).text());
            for (KeyChange key : keys) text = faulty(text, key);
            return new TypedEdit(text.text, keys.stream().map(text::backward).toList())
                    .expressions()
                    .map(expressions ->
                            "sed -i --follow-symlinks " + expressions + " " + Words.quoted(path.toString()));
        } catch (DrillException e) {
            return Optional.empty();
        }
    }

    private static ConfigText faulty(ConfigText text, KeyChange key) {
        String value = text.find(key.key()).map(ConfigText.Place::value).orElse(null);
        if (key.set().equals(value)) return text;
        if (Objects.equals(key.was(), value)) return text.set(key);
        throw new DrillException(key.key() + " has a third value: put it back by hand");
    }

    /** One for each line. */
    private Optional<String> expressions() {
        if (hasBareReturns() || !edits.stream().allMatch(this::isWithinALine)) return Optional.empty();
        Map<Integer, List<Edit>> byLine = edits.stream()
                .collect(Collectors.groupingBy(
                        edit -> Lines.start(content, edit.start()), TreeMap::new, Collectors.toList()));
        return Optional.of(byLine.entrySet().stream()
                .map(line -> "-e " + Words.quoted(expression(line.getKey(), line.getValue())))
                .collect(Collectors.joining(" ")));
    }

    private boolean hasBareReturns() {
        return content.indexOf('\r') >= 0 && !content.contains("\r\n");
    }

    private boolean isWithinALine(Edit edit) {
        return edit.end() <= Lines.end(content, edit.start()) || isWholeLine(edit);
    }

    private boolean isWholeLine(Edit edit) {
        return edit.replacement().isEmpty()
                && edit.start() == Lines.start(content, edit.start())
                && edit.end() > edit.start()
                && edit.end() == Lines.next(content, Lines.end(content, edit.start()));
    }

    private String expression(int lineStart, List<Edit> ofLine) {
        String line = content.substring(lineStart, Lines.end(content, lineStart));
        int number = Lines.number(content, lineStart);
        String commands = commands(line, lineStart, ofLine);
        if (!isOfOneKey(line, lineStart, ofLine)) return number + commands;
        String returned = content.contains("\r\n") ? "\\r\\?" : "";
        String matched = "\\|^" + pattern(line) + returned + "$|" + commands;
        return isOnly(line) ? matched : number + "{" + matched + "}";
    }

    private boolean isOfOneKey(String line, int lineStart, List<Edit> ofLine) {
        Edit edit = ofLine.get(0);
        return isWholeLine(edit)
                || ofLine.size() == 1
                        && ONE_KEY.matcher(line.substring(0, edit.start() - lineStart))
                                .matches()
                        && ITS_END.matcher(line.substring(edit.end() - lineStart))
                                .matches();
    }

    /** Whether no other line is like it, before or after. */
    private boolean isOnly(String line) {
        return content.lines().filter(line::equals).count() == 1
                && restored.lines().noneMatch(line::equals);
    }

    /** From the right to the left, so that no place moves before its turn. */
    private String commands(String line, int lineStart, List<Edit> ofLine) {
        if (ofLine.stream().anyMatch(this::isWholeLine)) return "d";
        List<String> commands = ofLine.stream()
                .map(edit -> substitution(line, edit.start() - lineStart, edit))
                .toList();
        return commands.size() == 1 ? commands.get(0) : "{" + String.join(";", commands) + "}";
    }

    private String substitution(String line, int at, Edit edit) {
        String old = content.substring(edit.start(), edit.end());
        boolean firstOfItsKind = !old.isEmpty() && line.indexOf(old) == at;
        String before = firstOfItsKind ? "" : "^\\(.\\{" + at + "\\}\\)";
        return "s|" + before + pattern(old) + "|" + (firstOfItsKind ? "" : "\\1") + replacement(edit.replacement())
                + "|";
    }

    private static String pattern(String literal) {
        return literal.replaceAll("[\\\\.*\\[\\]^$|]", "\\\\$0");
    }

    private static String replacement(String literal) {
        return literal.replaceAll("[\\\\&|]", "\\\\$0").replace("\r", "\\r").replace("\n", "\\n");
    }
}
