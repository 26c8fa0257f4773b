package dev.drillbook.report.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The palette. Elements carry the light colour as an attribute, which print and PNG use, and a class, by which a page's
 * style sheet may darken it. Every text colour has a contrast of at least 4.5 : 1 on its ground.
 */
enum Paint {
    GROUND("#ffffff", "#16171a"),
    TEXT("#1b1b1f", "#ececf0"),
    MUTED("#5b5b66", "#a9a9b4"),
    GRID("#dedee4", "#34353b"),
    AXIS("#8d8d98", "#6d6e78"),
    FAULT("#b3261e", "#ff8a80"),
    ALERT("#a14a00", "#ffb067"),
    LIMIT("#23661f", "#83d17b"),
    BREACH("#fbe3e0", "#43201e"),
    HATCH("#9a8f90", "#8f8688"),
    RED("#b3261e", "#ff7b70"),
    AMBER("#8a5a00", "#e8b04b"),
    BLUE("#1a5ca8", "#7fb4f5"),
    PURPLE("#71389c", "#cf9df2"),
    TEAL("#00696b", "#5cc9cb"),
    GREY("#55555f", "#b9b9c4");

    private static final List<Paint> SIGNALS = List.of(RED, AMBER, BLUE, PURPLE, TEAL, GREY);

    final String light;
    private final String dark;

    Paint(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    static Paint ofSignal(int panel) {
        return SIGNALS.get(panel % SIGNALS.size());
    }

    String fillClass() {
        return "cf-" + name().toLowerCase(Locale.ROOT);
    }

    String strokeClass() {
        return "cs-" + name().toLowerCase(Locale.ROOT);
    }

    /** The rules that turn a chart dark, to be put where darkness is asked for. */
    static String darkRules() {
        return Arrays.stream(values())
                .map(paint -> "." + paint.fillClass() + "{fill:" + paint.dark + "}." + paint.strokeClass() + "{stroke:"
                        + paint.dark + "}")
                .collect(Collectors.joining("\n"));
    }
}
