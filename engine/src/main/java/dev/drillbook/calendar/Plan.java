package dev.drillbook.calendar;

import dev.drillbook.calendar.Note.Shifted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What becomes of each moment that a schedule means. One on a forbidden day moves by whole days to the first day on
 * which its time is allowed, but never past another of its schedule: where it would start with or after a later one (or,
 * moving back, with or before an earlier one), that one stands for it. So starts come in the order in which they were
 * planned and no two are alike; a freeze of three weeks leaves one weekly drill behind it and not three; two times of
 * one holiday move together. The one that stands for it is never skipped itself, so nothing is lost.
 */
record Plan(Schedule schedule, Moments moments) {
    /** Days: what is forbidden for longer is skipped. */
    static final int FARTHEST = 366;

    Plan(Schedule schedule) {
        this(schedule, new Moments(schedule.when(), schedule.zone()));
    }

    Planned decide(Moment planned) {
        Optional<Forbidden> why = schedule.forbids(planned.at());
        if (why.isEmpty()) return occurrence(planned, planned, List.of());
        return start(planned)
                .map(start -> inFavourOf(planned, start)
                        .<Planned>map(other -> skipped(planned, why.get(), Optional.of(other.at())))
                        .orElseGet(() -> occurrence(planned, start, List.of(shifted(planned, start, why.get())))))
                .orElseGet(() -> skipped(planned, why.get(), Optional.empty()));
    }

    private Optional<Moment> start(Moment planned) {
        return schedule.forbids(planned.at()).isEmpty() ? Optional.of(planned) : nearestWorkingDay(planned);
    }

    private Optional<Moment> nearestWorkingDay(Moment planned) {
        int step = schedule.policy().step();
        return IntStream.rangeClosed(1, step == 0 ? 0 : FARTHEST)
                .mapToObj(day -> planned.wanted().plusDays((long) day * step))
                .map(wanted -> Moment.of(wanted, schedule.zone()))
                .filter(moment ->
                        schedule.working().forbids(moment.at(), schedule.zone()).isEmpty())
                .findFirst();
    }

    /** The farthest of those that would be passed: none passes that one, so it takes place. */
    private Optional<Moment> inFavourOf(Moment planned, Moment start) {
        boolean forwards = schedule.policy() == Policy.NEXT_WORKING_DAY;
        Stream<Moment> passed =
                forwards ? moments.backwards(after(start), after(planned)) : moments.between(start.at(), planned.at());
        return passed.filter(other -> start(other)
                        .filter(its -> forwards
                                ? !its.at().isAfter(start.at())
                                : !its.at().isBefore(start.at()))
                        .isPresent())
                .findFirst();
    }

    private static Instant after(Moment moment) {
        return moment.at().plusNanos(1);
    }

    private Occurrence occurrence(Moment planned, Moment start, List<Note> why) {
        List<Note> notes = new ArrayList<>(why);
        start.note().ifPresent(notes::add);
        return new Occurrence(schedule.name(), planned.at(), start.at(), notes);
    }

    private Skipped skipped(Moment planned, Forbidden why, Optional<Instant> inFavourOf) {
        return new Skipped(schedule.name(), planned.at(), why, inFavourOf);
    }

    private Shifted shifted(Moment planned, Moment start, Forbidden why) {
        return new Shifted(date(planned), date(start), why);
    }

    private LocalDate date(Moment moment) {
        return moment.at().atZone(schedule.zone()).toLocalDate();
    }
}
