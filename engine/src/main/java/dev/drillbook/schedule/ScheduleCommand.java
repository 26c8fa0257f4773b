package dev.drillbook.schedule;

import dev.drillbook.calendar.Occurrence;
import dev.drillbook.calendar.OccurrenceFile;
import dev.drillbook.control.Planning;
import dev.drillbook.control.Planning.Occasion;
import dev.drillbook.control.PlanningWords;
import dev.drillbook.control.Wire;
import dev.drillbook.runbook.Invalid;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Year;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drillbook schedule …}: what the calendar plans, and changing it. */
@Command(
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Drills that the calendar starts: what is planned, and changing it.")
public final class ScheduleCommand {
    private static final Duration LENGTH = Duration.ofHours(1);

    private final Supplier<OpenPlanning> planning;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    /** What is planned, for one command. */
    public interface OpenPlanning extends AutoCloseable {
        Planning planning();

        @Override
        void close();

        /** @param closing called at its end */
        static OpenPlanning of(Planning planning, Runnable closing) {
            return new OpenPlanning() {
                @Override
                public Planning planning() {
                    return planning;
                }

                @Override
                public void close() {
                    closing.run();
                }
            };
        }
    }

    public ScheduleCommand(Supplier<OpenPlanning> planning, Clock clock) {
        this.planning = planning;
        this.clock = clock;
    }

    /** How to print it. */
    static final class Form {
        @Option(names = "--json", description = "As JSON.")
        boolean json;

        @Option(names = "--ics", description = "As a calendar file that other calendars can import.")
        boolean ics;
    }

    static final class Who {
        @Option(names = "--as", paramLabel = "WHO", description = "Who you are, where it is not your user name.")
        String who = System.getProperty("user.name");
    }

    @Command(mixinStandardHelpOptions = true, description = "The schedules, and the next start of each.")
    void list(@Option(names = "--json", description = "As JSON.") boolean json) {
        List<Planning.Scheduled> schedules = ask(Planning::schedules);
        if (json) print(Wire.write(schedules));
        else if (schedules.isEmpty()) print("no schedules: write some into drillbook.yaml");
        else schedules.forEach(schedule -> print(PlanningWords.of(schedule)));
    }

    @Command(mixinStandardHelpOptions = true, description = "The next starts.")
    void next(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "N",
                            defaultValue = "10",
                            description = "How many (default: ${DEFAULT-VALUE}).")
                    int count,
            @Mixin Form form) {
        show(planned -> planned.next(count), form);
    }

    @Command(mixinStandardHelpOptions = true, description = "A whole year as the schedules plan it now.")
    void preview(
            @Option(names = "--year", paramLabel = "YEAR", description = "Which (default: this year).") Integer year,
            @Mixin Form form) {
        int which = year == null ? Year.now(clock).getValue() : year;
        show(planned -> planned.preview(which), form);
    }

    @Command(mixinStandardHelpOptions = true, description = "What became of earlier starts, the latest first.")
    void history(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "How many (default: ${DEFAULT-VALUE}).")
                    int count,
            @Option(names = "--json", description = "As JSON.") boolean json) {
        show(ask(planned -> planned.history(count)), json);
    }

    @Command(mixinStandardHelpOptions = true, description = "Moves the next start of a schedule.")
    void postpone(
            @Parameters(paramLabel = "SCHEDULE") String schedule,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "TIME",
                            description = "In the schedule's zone: '2027-01-05 10:00'.")
                    String to,
            @Mixin Who who) {
        print(ask(planned -> planned.postpone(schedule, PlanningWords.minute(to), who.who)));
    }

    @Command(mixinStandardHelpOptions = true, description = "Leaves the next start of a schedule out.")
    void skip(@Parameters(paramLabel = "SCHEDULE") String schedule, @Mixin Who who) {
        print(ask(planned -> planned.skip(schedule, who.who)));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Holds a schedule: nothing of it starts until it is resumed.")
    void pause(@Parameters(paramLabel = "SCHEDULE") String schedule, @Mixin Who who) {
        print(ask(planned -> planned.pause(schedule, who.who)));
    }

    @Command(mixinStandardHelpOptions = true, description = "Lets a schedule go on.")
    void resume(@Parameters(paramLabel = "SCHEDULE") String schedule, @Mixin Who who) {
        print(ask(planned -> planned.resume(schedule, who.who)));
    }

    private <T> T ask(Function<Planning, T> question) {
        try (OpenPlanning open = planning.get()) {
            return question.apply(open.planning());
        }
    }

    private void show(Function<Planning, List<Occasion>> question, Form form) {
        if (form.ics && form.json)
            throw new Invalid("--ics prints a calendar file, and --json prints JSON: say one of them");
        List<Occasion> occasions = ask(question);
        if (form.ics) print(OccurrenceFile.of(occurrences(occasions), LENGTH, clock.instant()));
        else show(occasions, form.json);
    }

    private void show(List<Occasion> occasions, boolean json) {
        if (json) print(Wire.write(occasions));
        else if (occasions.isEmpty()) print("nothing");
        else occasions.forEach(occasion -> print(PlanningWords.of(occasion)));
    }

    private static List<Occurrence> occurrences(List<Occasion> occasions) {
        return occasions.stream()
                .filter(occasion -> occasion.state().equals(State.PLANNED.word()))
                .map(occasion -> new Occurrence(occasion.schedule(), occasion.planned(), occasion.start(), List.of()))
                .toList();
    }

    private void print(String lines) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(lines);
        out.flush();
    }
}
