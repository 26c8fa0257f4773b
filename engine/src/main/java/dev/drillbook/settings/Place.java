package dev.drillbook.settings;

/** @param line from 1 @param column from 1, in code points */
record Place(int line, int column) {
    static final Place START = new Place(1, 1);
}
