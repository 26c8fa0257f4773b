/**
 * What the processes of the practice stack have in common: how one starts, logs, answers HTTP, counts and ends.
 * Command-line arguments come in, a listening server with {@code /health} and {@code /metrics} goes out. Read {@link
 * dev.drillbook.practice.part.Part} first.
 */
package dev.drillbook.practice.part;
