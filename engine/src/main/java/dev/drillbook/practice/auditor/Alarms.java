package dev.drillbook.practice.auditor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** All rules over time. Thread-safe. */
final class Alarms {
    private static final int KEPT = 30;

    private final List<Alarm> alarms;
    private final Deque<Reading> readings = new ArrayDeque<>();

    Alarms(List<Rule> rules) {
        alarms = rules.stream().map(Alarm::new).toList();
    }

    /** Judges one more reading. The alerts that began or ended with it. */
    synchronized List<Alert> step(Reading reading) {
        readings.addLast(reading);
        if (readings.size() > KEPT) readings.removeFirst();
        var latest = new ArrayList<>(readings);
        return alarms.stream()
                .map(alarm -> alarm.step(latest, reading.at()))
                .flatMap(Optional::stream)
                .toList();
    }

    synchronized List<Alert> firing() {
        return alarms.stream().map(Alarm::firing).flatMap(Optional::stream).toList();
    }
}
