package dev.drillbook.calendar;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Nearest;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Time zones by name. A zone that nobody knows is refused, not taken for GMT. */
public final class Zones {
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    private Zones() {}

    /**
     * @param name such as {@code Europe/Berlin} or {@code UTC}, written exactly so
     * @throws Invalid with the nearest name
     */
    public static ZoneId named(String name) {
        if (KNOWN.contains(name)) return ZoneId.of(name);
        throw new Invalid("no time zone '" + name + "'" + hint(name));
    }

    private static String hint(String name) {
        Set<String> cities = KNOWN.stream()
                .filter(zone -> zone.contains("/") && city(zone).equalsIgnoreCase(city(name)))
                .collect(Collectors.toSet());
        return cities.isEmpty()
                ? Nearest.hint(name, KNOWN, "write a region and its city, such as Europe/Berlin, or UTC")
                : Stream.of("Africa", "America", "Asia", "Australia", "Europe", "Pacific", "")
                        .flatMap(region -> cities.stream().sorted().filter(zone -> zone.startsWith(region)))
                        .findFirst()
                        .map(zone -> "; did you mean '" + zone + "'?")
                        .orElseThrow();
    }

    private static String city(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1).replace(' ', '_');
    }
}
