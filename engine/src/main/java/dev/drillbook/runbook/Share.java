package dev.drillbook.runbook;

/** A part of a whole: {@code 1.percent} in a runbook is {@code new Share(0.01)}. */
public record Share(double ofOne) {
    public Share {
        if (!(ofOne >= 0 && ofOne <= 1))
            throw new Invalid("a share of " + ofOne * 100 + " %: write one from 0.percent to 100.percent");
    }
}
