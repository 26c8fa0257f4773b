package dev.drillbook.runbook;

/**
 * Information that the exercise sends to players.
 *
 * @param from the persona it comes from, such as {@code support}
 * @param redHerring whether it leads away from the cause; never shown to players during the drill
 */
public record Inject(String from, String text, boolean redHerring) {}
