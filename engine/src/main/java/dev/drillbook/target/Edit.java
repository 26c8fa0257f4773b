package dev.drillbook.target;

/** One replacement in a text: what stands from start to end (exclusive), and what shall. */
record Edit(int start, int end, String replacement) {
    String appliedTo(String text) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}
