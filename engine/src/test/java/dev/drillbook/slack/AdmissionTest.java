package dev.drillbook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.calendar.WorkingTime;
import dev.drillbook.control.Approvals;
import dev.drillbook.control.Database;
import dev.drillbook.control.Gate;
import dev.drillbook.control.LiveDrill;
import dev.drillbook.control.Workshop;
import dev.drillbook.environment.Permissions;
import dev.drillbook.slack.loopback.Actor;
import dev.drillbook.slack.loopback.Channel;
import dev.drillbook.slack.loopback.Delivery;
import dev.drillbook.slack.loopback.Person;
import dev.drillbook.slack.loopback.Person.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may, and what is only ever shown as text. */
class AdmissionTest {
    @TempDir
    private Path folder;

    private Floor floor;
    private Database database;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve(".drillbook"));
        Permissions rules = new Permissions(Set.of("U1"), Set.of("U2"), true);
        floor = new Floor(
                folder,
                new Gate(
                        Map.of("workshop", rules),
                        WorkingTime.USUAL,
                        question -> question.accept(new Approvals(database, Clock.systemUTC()))));
    }

    @AfterEach
    void close() throws IOException {
        assertThat(floor.slack.refused()).isEmpty();
        floor.close();
        database.close();
    }

    private void told(Actor who, String line, String... words) {
        floor.hears(who.types("/drill " + line, floor.channel), words);
    }

    @Test
    void a_drill_needs_a_person_who_may_and_an_approval_by_another_of_the_text_as_it_is() throws IOException {
        floor.open();
        told(floor.bob, "run wrong-mode on workshop", "'U2' may not start drills");
        told(floor.ann, "run wrong-mode on workshop", "is not approved", "say /drill approve wrong-mode for workshop");
        assertThat(floor.says(floor.ann, "approve wrong-mode for workshop")).contains("'U1' may not approve");
        assertThat(floor.says(floor.bob, "approve wrong-mode for workshop"))
                .startsWith("approved: wrong-mode, SHA-256");
        Files.writeString(floor.workshop.runbook(), Workshop.text() + "\n// edited\n");
        told(floor.ann, "run wrong-mode on workshop", "is not approved");
        assertThat(floor.workshop.config()).hasContent("# the service's own\nmode=good\n");
        Files.writeString(floor.workshop.runbook(), Workshop.text());
        told(floor.ann, "run wrong-mode on workshop", "has begun");
    }

    @Test
    void guests_and_strangers_may_nothing() {
        Actor guest = floor.slack.joins(new Person("U7", "gil", floor.slack.teamId(), Standing.GUEST));
        Actor single = floor.slack.joins(new Person("U8", "sil", floor.slack.teamId(), Standing.SINGLE_CHANNEL_GUEST));
        Actor stranger = floor.slack.joins(new Person("U9", "eve", "T9", Standing.MEMBER));
        Channel both = floor.slack.opens("both");
        floor.openWith(settings -> with(settings, List.of(floor.channel.id(), both.id()), Set.of()));
        for (Actor one : List.of(guest, single))
            assertThat(one.types("/drill status", both).says()).contains("guests have no part", one.id());
        assertThat(stranger.types("/drill status", both).says()).contains("your workspace (T9)");
    }

    @Test
    void a_guest_who_is_named_takes_part() {
        Actor stranger = floor.slack.joins(new Person("U9", "eve", "T9", Standing.SINGLE_CHANNEL_GUEST));
        Channel both = floor.slack.opens("both");
        floor.openWith(settings -> with(settings, List.of(both.id()), Set.of("U9")));
        assertThat(stranger.types("/drill status", both).says()).contains("no drill is running");
    }

    @Test
    void other_channels_are_no_place_for_drills() {
        Channel other = floor.slack.opens("kitchen");
        floor.open();
        assertThat(floor.ann.types("/drill status", other).says()).contains("not in this channel");
        floor.ann.pins(floor.bob.writes("lunch", other));
        floor.slack.deliveries("pin_added").forEach(Delivery::answered);
    }

    private static SlackSettings with(SlackSettings old, List<String> channels, Set<String> guests) {
        return new SlackSettings(
                old.mode(),
                old.botToken(),
                old.appToken(),
                old.signingSecret(),
                old.workspaces(),
                channels,
                old.place(),
                guests,
                old.listen(),
                old.api());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel> look",
                "@channel & <@U2>",
                "🔥🚒 all is ablaze",
                "שלום \u202Eevil",
                "`code` *bold* ${x} <script>",
                "& &amp; &lt;"
            })
    void whatever_people_type_is_recorded_as_they_typed_it(String typed) {
        floor = restarted();
        LiveDrill drill = floor.starts();
        assertThat(floor.says(floor.ann, "hypothesis " + typed)).isEqualTo("recorded");
        assertThat(drill.timeline().openHypotheses().get(0).text()).isEqualTo(typed);
        assertThat(floor.says(floor.ann, "status"))
                .contains(SlackText.escaped(typed))
                .doesNotContain("<!", "<@");
    }

    @Test
    void four_thousand_characters_are_recorded_and_shown_cut() {
        floor = restarted();
        LiveDrill drill = floor.starts();
        String long_ = "<".repeat(3_980);
        floor.says(floor.ann, "hypothesis " + long_);
        assertThat(drill.timeline().openHypotheses().get(0).text()).hasSize(3_980);
        assertThat(floor.says(floor.ann, "status"))
                .contains("&lt;&lt;")
                .doesNotContain("<")
                .endsWith("&lt;…");
        assertThat(floor.says(floor.ann, long_)).doesNotContain("<");
    }

    /** Without rules of who may run. */
    private Floor restarted() {
        try {
            floor.close();
            return new Floor(folder).open();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
