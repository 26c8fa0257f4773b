package dev.drillbook.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import dev.drillbook.runbook.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One message. Its first block carries its key, by which it is found again when the answer to its posting was lost.
 *
 * @param step what it tells of its story
 * @param text where blocks are not shown, such as in a notification
 * @param persona whose it seems to be, if not ours
 */
record Post(String step, String text, List<LayoutBlock> blocks, Optional<Persona> persona) {
    private static final int MOST_BLOCKS = 50;

    Post {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty() || blocks.size() > MOST_BLOCKS)
            throw new Invalid("a message of " + blocks.size() + " blocks: write 1 to " + MOST_BLOCKS);
    }

    /** Of what, within all that we tell in Slack. @param story a drill's id, or {@code notices} */
    static String key(String story, String step) {
        return "drillbook " + story + " " + step;
    }

    String key() {
        return blocks.get(0).getBlockId();
    }

    /** A message being written. */
    static final class Draft {
        private final String story;
        private final String step;
        private final List<LayoutBlock> blocks = new ArrayList<>();
        private Optional<Persona> persona = Optional.empty();

        private Draft(String story, String step) {
            this.story = story;
            this.step = step;
        }

        private String id() {
            return blocks.isEmpty() ? key(story, step) : null;
        }

        Draft header(String typed) {
            blocks.add(HeaderBlock.builder()
                    .blockId(id())
                    .text(Shown.plain(typed, Shown.HEADER))
                    .build());
            return this;
        }

        /** Small and grey. @param ours markup of our own */
        Draft small(String ours) {
            blocks.add(ContextBlock.builder()
                    .blockId(id())
                    .elements(List.of(Shown.markup(ours)))
                    .build());
            return this;
        }

        /** Small and grey. */
        Draft smallText(String typed) {
            blocks.add(ContextBlock.builder()
                    .blockId(id())
                    .elements(List.of(Shown.plain(typed, Shown.SECTION)))
                    .build());
            return this;
        }

        Draft text(String typed) {
            return add(SectionBlock.builder()
                    .blockId(id())
                    .text(Shown.plain(typed, Shown.SECTION))
                    .build());
        }

        /** Lines that were each made one before; nothing when there are none. */
        Draft lines(List<String> lines) {
            return lines.isEmpty()
                    ? this
                    : add(SectionBlock.builder()
                            .blockId(id())
                            .text(Shown.lines(lines))
                            .build());
        }

        /** @param ours markup of our own */
        Draft markup(String ours) {
            return add(SectionBlock.builder()
                    .blockId(id())
                    .text(Shown.markup(ours))
                    .build());
        }

        Draft add(LayoutBlock block) {
            blocks.add(block);
            return this;
        }

        Draft as(Persona someone) {
            persona = Optional.of(someone);
            return this;
        }

        int size() {
            return blocks.size();
        }

        /** @param typed where blocks are not shown */
        Post saying(String typed) {
            return new Post(step, Shown.escaped(typed, Shown.TEXT), blocks, persona);
        }
    }

    static Draft draft(String story, String step) {
        return new Draft(story, step);
    }
}
