package dev.drillbook.target;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Writes configuration files as people do: with comments, odd blanks, quotes of all kinds and any line ending. */
final class RandomText {
    private final Random random;
    private final String eol;

    RandomText(long seed) {
        random = new Random(seed);
        eol = pick("\n", "\n", "\r\n");
    }

    String properties() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(pick("", " ", "\t"));
            text.append(pick(
                    this::propertiesEntry, this::propertiesEntry, () -> pick("# ", "!") + word() + "=x\\", () -> ""));
            text.append(i == 0 ? pick("", eol) : eol);
        }
        return text.toString();
    }

    private String propertiesEntry() {
        String key = pick(
                "a", "b.c", "ttl-seconds", "k\\:y", "k\\=y", "k\\ y", "sch\\u00f6n", "schön", "tail\\" + eol + "  ed");
        String value = pick(
                "", "1", "two words", "C:\\\\tmp", "\\u00fc\\t!", "grün 🙂", "a\\" + eol + "   b\\" + eol + "c", "x ");
        return key + pick("=", ":", " = ", " : ", " ", "\t", " \\" + eol + " ") + value;
    }

    String json() {
        return pick("", eol, "// c {" + eol) + object(3, "") + pick("", eol, " ");
    }

    private String object(int depth, String indent) {
        int size = random.nextInt(4);
        if (size == 0) return pick("{}", "{ }", "{" + eol + indent + "}");
        boolean pretty = random.nextBoolean();
        String inner = indent + "  ";
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : pick("", " ") + ",");
            text.append(pretty ? pick("", " // x, y", " /* , */") + eol + inner : pick("", " "));
            text.append(jsonKey(i)).append(pick(":", ": ", " : ")).append(jsonValue(depth, inner));
        }
        return text + (pretty ? eol + indent : "") + "}";
    }

    private String jsonKey(int i) {
        return "\"" + pick("a", "b-c", "schön", "\\u00fc", "q\\\"t", "x.y", "🙂") + i + "\"";
    }

    private String jsonValue(int depth, String indent) {
        if (depth > 0 && random.nextInt(3) == 0) return object(depth - 1, indent);
        if (depth > 0 && random.nextInt(5) == 0)
            return "[" + jsonValue(depth - 1, indent) + pick(", ", ",") + jsonValue(depth - 1, indent) + "]";
        return pick("1", "-0.5e3", "true", "null", "\"\"", "\"te,xt}\"", "\"a\\\\\"", "\"\\u00fc\\n🙂\"", "86400");
    }

    String yaml() {
        String text = pick("", "# head" + eol, "---" + eol, "%YAML 1.2" + eol + "---" + eol, "# 🙂" + eol)
                + block(3, "")
                + pick("", "# foot" + eol, "..." + eol);
        return random.nextInt(4) == 0 && text.endsWith(eol) ? text.substring(0, text.length() - eol.length()) : text;
    }

    private String block(int depth, String indent) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            if (random.nextInt(4) == 0) text.append(indent).append("# note: x").append(eol);
            if (random.nextInt(6) == 0) text.append(eol);
            text.append(indent).append(yamlKey(i)).append(":").append(yamlValue(depth, indent));
        }
        return text.toString();
    }

    private String yamlKey(int i) {
        return pick("a" + i, "b-c" + i, "\"q " + i + "\"", "'it''s" + i + "'", "schön" + i, "x.y" + i);
    }

    private String yamlValue(int depth, String indent) {
        String inner = indent + pick("  ", "    ");
        if (depth > 0)
            switch (random.nextInt(6)) {
                case 0:
                    return pick("", " # why") + eol + block(depth - 1, inner);
                case 1:
                    return eol + inner + "- one" + eol + inner + "- k: v" + eol + inner + "  l: 'w'" + eol;
                case 2:
                    return " {p: 1, 'q': \"t, }\", r: }" + comment() + eol;
                case 3:
                    return pick(" |", " >-", " |+") + eol + inner + "some: text" + eol + inner + " more # text" + eol
                            + pick("", eol);
                default:
            }
        return pick(" 1", " plain text", " 'it''s'", " \"a\\tb\"", "   spaced", "", " ~", " grün 🙂", " 12:30", " []")
                + comment()
                + eol;
    }

    private String comment() {
        return pick("", "", "  # c: d");
    }

    /** A value as a runbook may set it. */
    Object value() {
        return pick(
                7,
                86_400,
                true,
                0.25,
                "shop-v2:",
                "yes",
                "it's",
                " lead",
                "a: b # c",
                "grün 🙂",
                "tab\tline\nend",
                "=x",
                "");
    }

    String word() {
        return pick("alpha", "beta", "gamma");
    }

    @SafeVarargs
    final <T> T pick(T... options) {
        return options[random.nextInt(options.length)];
    }

    @SafeVarargs
    final String pick(Supplier<String>... options) {
        return options[random.nextInt(options.length)].get();
    }

    <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
