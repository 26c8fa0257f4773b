package dev.drillbook.settings;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Mistake;
import java.util.List;

/** A file of settings with mistakes in it, which its message has one a line. */
public final class WrongFile extends Invalid {
    private final transient List<Mistake> mistakes;

    /** @param mistakes at least one, by line */
    WrongFile(List<Mistake> mistakes) {
        super(Mistake.inWords(mistakes));
        this.mistakes = mistakes;
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
