package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Putting back keys of a file by hand: one {@code sed} (GNU) where lines can be changed so, else plain words. */
final class TypedEdit {
    private TypedEdit() {}

    static String of(Path path, List<KeyChange> keys) {
        return sed(path, keys)
                .orElseGet(() -> "in " + path + ": "
                        + keys.stream().map(KeyChange::putBackInWords).collect(Collectors.joining(", ")));
    }

    /** Also before the harm is done: then as the file will be. */
    private static Optional<String> sed(Path path, List<KeyChange> keys) {
        try {
            ConfigText text = ConfigText.of(path.toString(), TextFile.read(path).text());
            for (KeyChange key : keys) text = faulty(text, key);
            List<String> line = new ArrayList<>(List.of("sed -i --follow-symlinks"));
            for (KeyChange key : keys) {
                Optional<String> expression = expression(text.text, text.backward(key));
                if (expression.isEmpty()) return Optional.empty();
                line.add("-e " + Words.quoted(expression.get()));
            }
            line.add(Words.quoted(path.toString()));
            return Optional.of(String.join(" ", line));
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

    private static Optional<String> expression(String content, Edit edit) {
        int lineStart = Lines.start(content, edit.start());
        int number = Lines.number(content, edit.start());
        boolean wholeLine = edit.start() == lineStart
                && edit.end() > edit.start()
                && edit.end() == Lines.next(content, Lines.end(content, edit.start()));
        if (wholeLine && edit.replacement().isEmpty()) return Optional.of(number + "d");
        if (edit.end() > Lines.end(content, edit.start()) || content.indexOf('\r') >= 0 && !content.contains("\r\n"))
            return Optional.empty();
        return Optional.of(number + substitution(content, lineStart, edit));
    }

    private static String substitution(String content, int lineStart, Edit edit) {
        String old = content.substring(edit.start(), edit.end());
        String line = content.substring(lineStart, Lines.end(content, lineStart));
        boolean firstOfItsKind = !old.isEmpty() && line.indexOf(old) == edit.start() - lineStart;
        String before = firstOfItsKind ? "" : "^\\(.\\{" + (edit.start() - lineStart) + "\\}\\)";
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
