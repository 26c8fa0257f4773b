package dev.drillbook.target;

/** Where lines begin and end in a text whose line endings may be any of LF, CRLF and CR. */
final class Lines {
    private Lines() {}

    /** The line ending that the text uses first, or LF. */
    static String ending(String text) {
        int end = end(text, 0);
        return end == text.length() ? "\n" : text.substring(end, next(text, end));
    }

    static int start(String text, int at) {
        int start = at;
        while (start > 0 && !isBreak(text.charAt(start - 1))) start--;
        return start;
    }

    /** Where the line ends, before its line ending. */
    static int end(String text, int at) {
        int end = at;
        while (end < text.length() && !isBreak(text.charAt(end))) end++;
        return end;
    }

    /** Behind the line ending that stands here; here, if there is none. */
    static int next(String text, int at) {
        if (text.startsWith("\r\n", at)) return at + 2;
        return at < text.length() && isBreak(text.charAt(at)) ? at + 1 : at;
    }

    /** The line's number, from 1. */
    static int number(String text, int at) {
        int number = 1;
        int end = end(text, 0);
        while (end < at) {
            number++;
            end = end(text, next(text, end));
        }
        return number;
    }

    /** Adds a line at the end, and a line ending where the text as it was has one. */
    static Edit append(String text, String line) {
        boolean open = !text.isEmpty() && !isBreak(text.charAt(text.length() - 1));
        String ending = ending(text);
        return new Edit(text.length(), text.length(), open ? ending + line : line + ending);
    }

    /** Takes out whole lines; with the last, where it has no line ending, the one before it. */
    static Edit remove(String text, int from, int to) {
        int start = start(text, from);
        int end = end(text, to);
        int behind = next(text, end);
        if (behind > end || start == 0) return new Edit(start, behind, "");
        int before = text.startsWith("\r\n", start - 2) ? start - 2 : start - 1;
        return new Edit(before, end, "");
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }
}
