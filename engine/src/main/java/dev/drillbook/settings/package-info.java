/**
 * {@code drillbook.yaml}: the file comes in, a checked tree goes out, in which every value knows its line; each room
 * binds its own part of it to a record of its own. All mistakes of a file are told at once. Read {@link
 * dev.drillbook.settings.Settings} first.
 */
package dev.drillbook.settings;
