package dev.drillbook.cli;

/** Lines that someone types and lines that they are shown, for as long as a drill runs. */
interface Conversation {
    /** Shows what is left to show, and ends. */
    void close();
}
