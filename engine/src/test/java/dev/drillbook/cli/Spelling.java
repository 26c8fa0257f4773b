package dev.drillbook.cli;

/** Whether something can be typed. */
public final class Spelling {
    private Spelling() {}

    /**
     * Reads words as the command line does, and performs nothing.
     *
     * @param cli afresh
     * @throws picocli.CommandLine.ParameterException when it would refuse them
     */
    public static void check(Cli cli, String... words) {
        cli.line(words).parseArgs(words);
    }
}
