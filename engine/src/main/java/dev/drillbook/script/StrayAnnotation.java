package dev.drillbook.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An annotation above a sentence: to Groovy a syntax error, which it finds in the sentence. */
record StrayAnnotation(int line, int column, String name) {
    private static final Pattern LAST = Pattern.compile("(?m)^([ \\t]*)@(?:\\w+\\.)*(\\w+).*\\R\\s*\\z");

    /** The one right above this line, if there is one. */
    static Optional<StrayAnnotation> above(int line, String text) {
        String above = text.lines().limit(line - 1L).collect(Collectors.joining("\n", "", "\n"));
        Matcher last = LAST.matcher(above);
        if (!last.find()) return Optional.empty();
        int at = (int) above.substring(0, last.start()).lines().count() + 1;
        return Optional.of(new StrayAnnotation(at, last.group(1).length() + 1, last.group(2)));
    }

    void tell(Mistakes mistakes) {
        mistakes.at(line, column, "@" + name + " has no place in a runbook: delete the annotation");
    }
}
