package dev.drillbook.slack;

import dev.drillbook.control.Planning;
import dev.drillbook.control.Planning.Occasion;
import dev.drillbook.control.PlanningWords;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Nearest;
import java.util.List;
import java.util.stream.Collectors;

/** {@code schedule …}: what the calendar plans, and changing it. */
final class Calendar {
    static final String ARGUMENTS = "[next [N] | history | postpone NAME to 2027-01-05 10:00 | skip|pause|resume NAME]";
    private static final List<String> WORDS = List.of("list", "next", "history", "postpone", "skip", "pause", "resume");
    private static final int USUAL = 5;
    private static final int MOST = 30;

    private Calendar() {}

    static String answer(Planning planning, String who, String rest) {
        String[] words = rest.strip().split("\\s+", 2);
        String more = words.length < 2 ? "" : words[1];
        return switch (words[0]) {
            case "", "list" -> all(planning);
            case "next" -> lines(planning.next(count(more)));
            case "history" ->
                lines(planning.history(count(more)).stream()
                        .map(Calendar::forPlayers)
                        .toList());
            case "postpone" -> postponed(planning, who, more);
            case "skip" -> planning.skip(named(more), who);
            case "pause" -> planning.pause(named(more), who);
            case "resume" -> planning.resume(named(more), who);
            default ->
                throw new Invalid("schedule has no '" + words[0] + "'"
                        + Nearest.hint(words[0], WORDS, "say " + Slash.COMMAND + " schedule " + ARGUMENTS));
        };
    }

    private static String all(Planning planning) {
        String lines = planning.schedules().stream().map(PlanningWords::of).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "no schedules: write some into drillbook.yaml" : lines;
    }

    private static String lines(List<Occasion> occasions) {
        if (occasions.isEmpty()) return "nothing";
        return occasions.stream().map(PlanningWords::of).collect(Collectors.joining("\n"));
    }

    /** Why a drill was refused may name what it breaks. */
    private static Occasion forPlayers(Occasion one) {
        return one.state().equals("refused") ? one.noting("why: drillbook schedule history, in a terminal") : one;
    }

    private static int count(String number) {
        if (number.isEmpty()) return USUAL;
        if (!number.matches("[0-9]{1,4}"))
            throw new Invalid("'" + number + "' is no number: say " + Slash.COMMAND + " schedule next 5");
        return Math.min(Integer.parseInt(number), MOST);
    }

    private static String postponed(Planning planning, String who, String more) {
        String[] words = more.split("\\s+to\\s+", 2);
        if (words.length < 2)
            throw new Invalid("to when? say " + Slash.COMMAND + " schedule postpone NAME to 2027-01-05 10:00");
        return planning.postpone(words[0], PlanningWords.minute(words[1]), who);
    }

    private static String named(String name) {
        if (name.isEmpty())
            throw new Invalid("which one? " + Slash.COMMAND + " schedule has the names of all schedules");
        return name;
    }
}
