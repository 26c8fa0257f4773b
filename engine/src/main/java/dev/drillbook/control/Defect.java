package dev.drillbook.control;

import dev.drillbook.runbook.DrillException;

/** Another Drillbook says that it failed, and that nobody's words were wrong. */
final class Defect extends DrillException {
    Defect(String message) {
        super(message);
    }
}
