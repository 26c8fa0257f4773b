package dev.drillbook.slack;

import dev.drillbook.runbook.Refused;
import java.util.Optional;

/** Who may speak to Drillbook in Slack, and where. What they may do then is asked by environment. */
final class Admission {
    private final SlackSettings settings;
    private final Whereabouts drills;

    Admission(SlackSettings settings, Whereabouts drills) {
        this.settings = settings;
        this.drills = drills;
    }

    /** Before Slack is asked who it is. @throws Refused when nobody may, from there */
    void check(Heard heard) {
        if (!isNamed(heard.user()) && !settings.workspaces().contains(heard.team()))
            throw new Refused("your workspace (" + heard.team()
                    + ") has no part in these drills: ask those who run Drillbook to name it under slack.workspaces");
        if (!settings.channels().contains(heard.channel()) && told(heard).isEmpty())
            throw new Refused("not in this channel (" + heard.channel()
                    + "): say it in a channel of the drills, or have it named under slack.channels");
    }

    private Optional<String> told(Heard heard) {
        return drills.drillIn(heard.channel(), heard.thread());
    }

    /** @throws Refused when that person may not */
    void check(Person person) {
        boolean member = settings.workspaces().contains(person.team()) && !person.isGuest();
        if (!member && !isNamed(person.id()))
            throw new Refused("guests have no part in these drills: ask those who run Drillbook to name you ("
                    + person.id() + ") under slack.guests");
    }

    private boolean isNamed(String user) {
        return settings.guests().contains(user);
    }
}
