package dev.drillbook.slack;

import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Claim.Escalated;
import dev.drillbook.timeline.Claim.RoleTaken;
import dev.drillbook.timeline.Timeline;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What members of the workspace call themselves. Written as {@code @ann}, and not as a mention, it disturbs nobody. */
final class Names {
    private static final String MEMBER = "[UW][A-Z0-9]+";

    private final Calls calls;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    Names(Calls calls) {
        this.calls = calls;
    }

    static boolean isMember(String who) {
        return who.matches(MEMBER);
    }

    /** From who somebody is in a drill's journal to what to call them. */
    UnaryOperator<String> in(Timeline timeline, Outbox outbox) throws InterruptedException {
        for (String who : who(timeline))
            if (isMember(who) && !names.containsKey(who))
                names.put(
                        who,
                        outbox.ask("the name of " + who, again -> calls.name(who))
                                .map(name -> "@" + name)
                                .orElse(who));
        return who -> names.getOrDefault(who, who);
    }

    private static Set<String> who(Timeline timeline) {
        Set<String> all = new LinkedHashSet<>();
        all.add(timeline.opened().startedBy());
        timeline.aborted().ifPresent(abort -> all.add(abort.who()));
        for (Claim claim : timeline.claims()) {
            all.add(claim.who());
            if (claim instanceof Escalated escalated) all.add(escalated.to());
            if (claim instanceof RoleTaken taken) all.add(taken.person());
        }
        return all;
    }
}
