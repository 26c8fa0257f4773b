package dev.drillbook.runbook;

/**
 * What a fault is about to touch, as an environment's rules name it.
 *
 * @param noun such as {@code Redis}
 * @param target a path, an address without its password, or a command's name
 */
public record Touched(String noun, String target) {
    public String inWords() {
        return noun + " " + target;
    }
}
