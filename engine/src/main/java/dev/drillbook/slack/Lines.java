package dev.drillbook.slack;

import com.slack.api.model.block.SectionBlock;
import dev.drillbook.timeline.Claim;
import dev.drillbook.timeline.Claim.Suspected;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Happening.Aborted;
import dev.drillbook.timeline.Happening.Injected;
import dev.drillbook.timeline.Hypothesis;
import dev.drillbook.timeline.Hypothesis.Fate;
import dev.drillbook.timeline.Timeline;
import dev.drillbook.wording.Sentences;
import dev.drillbook.wording.Times;
import dev.drillbook.wording.View;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A drill's entries as messages, in the responder view. */
final class Lines {
    private final Timeline timeline;
    private final String drill;
    private final Times times;
    private final Sentences sentences;

    /** @param people what to call someone */
    Lines(Timeline timeline, UnaryOperator<String> people) {
        ZoneId zone = ZoneId.of(timeline.opened().zone());
        this.timeline = timeline;
        this.drill = timeline.opened().drill();
        this.times = new Times(zone);
        this.sentences = new Sentences(timeline, View.RESPONDER, zone, people);
    }

    /** Empty when players may not see it. */
    Optional<Post> of(Entry entry) {
        return sentences.of(entry).map(sentence -> post(entry, sentence));
    }

    /** A claim's own time, as the report tells it. */
    private static Instant when(Entry entry) {
        return entry.what() instanceof Claim claim ? claim.claimed() : entry.at();
    }

    private Post post(Entry entry, String sentence) {
        Post.Draft draft = Post.draft(drill, step(entry)).small(Marks.of(drill, entry.what(), times.time(when(entry))));
        if (entry.what() instanceof Injected inject)
            draft.text(inject.from() + ": " + inject.text()).as(Persona.of(inject.from()));
        else if (entry.what() instanceof Suspected said) suspected(draft, said.number(), sentence);
        else draft.text(sentence);
        return draft.saying("DRILL " + drill + ": " + sentence);
    }

    private void suspected(Post.Draft draft, int number, String sentence) {
        Fate fate = fate(number);
        if (fate != Fate.OPEN || timeline.over().isPresent()) {
            draft.text(sentence);
            if (fate != Fate.OPEN)
                draft.small(fate == Fate.RULED_OUT ? ":x: ruled out" : ":heavy_check_mark: confirmed");
            return;
        }
        draft.add(SectionBlock.builder()
                .text(Shown.plain(sentence, Shown.SECTION))
                .accessory(Buttons.ruleOut(drill, number))
                .build());
    }

    private Fate fate(int number) {
        return timeline.hypotheses().stream()
                .filter(hypothesis -> hypothesis.number() == number)
                .map(Hypothesis::fate)
                .findFirst()
                .orElse(Fate.OPEN);
    }

    /** What became of a hypothesis since its message was first told; empty while it stands as it did. */
    Optional<String> turn(Suspected said) {
        Fate fate = fate(said.number());
        if (fate != Fate.OPEN) return Optional.of(fate.name());
        return timeline.over().map(over -> "OVER");
    }

    /** Whether a drill became serious by it. */
    static boolean isAlarming(Entry entry) {
        return entry.what() instanceof Aborted aborted && aborted.real();
    }

    /** For everyone. @param entry that is alarming */
    Post alarm(Entry entry) {
        String said = sentences.of(entry).orElse("");
        return Post.draft(drill, step(entry) + "-alarm")
                .header("🚨 THIS IS NOT A DRILL ANY MORE: A REAL INCIDENT BEGAN")
                .text(said)
                .small(Marks.of(drill) + " was aborted at " + times.time(entry.at())
                        + "; Drillbook puts back what it broke. What happens now is real.")
                .saying("NOT A DRILL ANY MORE, A REAL INCIDENT BEGAN: " + said);
    }

    static String step(Entry entry) {
        return Integer.toString(entry.seq());
    }
}
