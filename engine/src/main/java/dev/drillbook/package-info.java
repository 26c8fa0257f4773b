/** Wires the rooms of the house by hand, floor 8; read {@link dev.drillbook.Main} first. */
package dev.drillbook;
