package dev.drillbook.slack;

/** Whose message it seems to be. @param name as Slack shows it; it says that this is a drill @param icon an emoji's name */
record Persona(String name, String icon) {
    private static final int LONGEST = 80;
    private static final String MARK = " (DRILL)";

    static Persona of(String from) {
        return new Persona(Shown.escaped(from, LONGEST - MARK.length()) + MARK, ":speech_balloon:");
    }
}
