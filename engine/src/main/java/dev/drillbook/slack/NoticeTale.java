package dev.drillbook.slack;

import dev.drillbook.control.Notices;
import dev.drillbook.control.Notices.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Tells the notices in the first channel, each once. */
final class NoticeTale {
    /** What is older when Slack is told for the first time is history. */
    private static final Duration NEWS = Duration.ofHours(1);

    private static final Map<String, String> SIGNS = Map.of(
            "announce", ":calendar:",
            "remind", ":alarm_clock:",
            "start", ":arrow_forward:",
            "missed", ":warning:",
            "withdrawn", ":warning:",
            "refused", ":no_entry:",
            "interrupted", ":warning:",
            "owed", ":warning:",
            "paid", ":white_check_mark:");

    private final Desk desk;
    private final Notices notices;
    private final Teller teller;

    NoticeTale(Desk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
        this.teller = desk.teller(desk.memory.story(Memory.NOTICES), Place.in(desk.front()));
    }

    /** Returns when the curtain fell. @throws InterruptedException when that was in the middle of it */
    void tell() throws InterruptedException {
        long last = desk.memory.lastNotice().orElseGet(this::history);
        while (true) {
            List<Notice> fresh = notices.after(last);
            for (Notice notice : fresh) teller.tell(post(notice));
            if (!fresh.isEmpty()) last = fresh.get(fresh.size() - 1).id();
            if (desk.curtain.isDown()) return;
            Thread.sleep(desk.pace.news().toMillis());
        }
    }

    private long history() {
        return notices.after(0).stream()
                .filter(notice -> notice.at().isBefore(desk.clock.instant().minus(NEWS)))
                .mapToLong(Notice::id)
                .max()
                .orElse(0);
    }

    static Post post(Notice notice) {
        return Post.draft(Memory.NOTICES, Long.toString(notice.id()))
                .small(SIGNS.getOrDefault(notice.kind(), ":information_source:") + " *DRILL* · "
                        + SlackText.escaped(notice.kind()))
                .text(notice.text())
                .saying("DRILL: " + notice.text());
    }
}
