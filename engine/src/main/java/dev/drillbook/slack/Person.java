package dev.drillbook.slack;

import com.slack.api.model.User;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Somebody with an account, as Slack knows them.
 *
 * @param team the workspace that they belong to
 * @param isGuest whether their workspace lets them see a part of it only; bots and strangers are no better
 */
record Person(String id, String team, Optional<ZoneId> zone, boolean isGuest) {
    static Person of(User user) {
        boolean guest = user.isRestricted()
                || user.isUltraRestricted()
                || user.isStranger()
                || user.isBot()
                || user.isDeleted();
        return new Person(user.getId(), user.getTeamId(), zone(user.getTz()), guest);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.ofNullable(name).map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty(); // Slack knows a zone that this Java does not
        }
    }
}
