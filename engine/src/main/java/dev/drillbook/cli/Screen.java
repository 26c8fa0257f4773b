package dev.drillbook.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command's words go: results to standard output; progress and warnings to standard error where the output is
 * for machines. Colour and a line that overwrites itself only on a terminal, and no colour under {@code NO_COLOR}.
 */
final class Screen {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final boolean quiet;
    private boolean lineOpen;

    private Screen(PrintWriter out, PrintWriter err, boolean terminal, boolean quiet) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    /** @param json whether standard output must hold the result alone */
    static Screen of(CommandSpec spec, boolean json) {
        boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        return new Screen(spec.commandLine().getOut(), spec.commandLine().getErr(), terminal && !json, json);
    }

    boolean isTerminal() {
        return terminal;
    }

    /** The result. */
    synchronized void print(String lines) {
        endLine();
        out.println(lines);
        out.flush();
    }

    /** What happens meanwhile, a line each. */
    synchronized void tell(String line) {
        endLine();
        PrintWriter where = quiet ? err : out;
        where.println(line);
        where.flush();
    }

    synchronized void warn(String line) {
        endLine();
        err.println(line);
        err.flush();
    }

    /** A line that the next one overwrites on a terminal, and that is an ordinary one elsewhere. */
    synchronized void progress(String line) {
        if (!terminal) {
            err.println(line);
            err.flush();
            return;
        }
        out.print("\r\u001B[K" + line);
        out.flush();
        lineOpen = true;
    }

    /** The line that would be overwritten is gone: for whoever writes to the terminal without this. */
    synchronized void endLine() {
        if (!lineOpen) return;
        out.print("\r\u001B[K");
        out.flush();
        lineOpen = false;
    }
}
