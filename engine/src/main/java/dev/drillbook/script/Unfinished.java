package dev.drillbook.script;

/** The first half of a sentence, such as {@code after 5.minutes}: no statement may end with it. */
interface Unfinished {}
