package dev.drillbook.slack;

import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import dev.drillbook.wording.OneLine;

/**
 * What people and runbooks typed, as Slack shows it: as text, never as markup, and no longer than Slack takes. Lengths
 * count what is sent, entities included.
 */
final class Shown {
    /** Slack's limits. */
    static final int SECTION = 3000, HEADER = 150, BUTTON = 75, TEXT = 4000, TOPIC = 250;

    private static final String CUT = "…";

    private Shown() {}

    /** On one line, escaped, and cut between two characters where it is too long. */
    static String escaped(String typed, int most) {
        return cut(OneLine.of(typed), most);
    }

    /** Some lines that were each made one before. */
    static PlainTextObject lines(Iterable<String> lines) {
        return PlainTextObject.builder()
                .text(cut(String.join("\n", lines), SECTION))
                .emoji(false)
                .build();
    }

    /** In which no sign has a meaning. Slack takes no empty one. */
    static PlainTextObject plain(String typed, int most) {
        String text = escaped(typed, most);
        return PlainTextObject.builder()
                .text(text.isEmpty() ? "–" : text)
                .emoji(false)
                .build();
    }

    /** Only for words of our own, and for what was escaped and cannot be emphasis. */
    static MarkdownTextObject markup(String ours) {
        return MarkdownTextObject.builder().text(ours).build();
    }

    /** Asks before a button does what cannot be taken back. */
    static ConfirmationDialogObject question(String title, String text, String yes, String no) {
        return ConfirmationDialogObject.builder()
                .title(plain(title, 100))
                .text(plain(text, 300))
                .confirm(plain(yes, 30))
                .deny(plain(no, 30))
                .build();
    }

    private static String cut(String plain, int most) {
        String whole = SlackText.escaped(plain);
        if (whole.length() <= most) return whole;
        StringBuilder begun = new StringBuilder();
        for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            String next = SlackText.escaped(Character.toString(plain.codePointAt(i)));
            if (begun.length() + next.length() > most - CUT.length()) break;
            begun.append(next);
        }
        return begun.append(CUT).toString();
    }
}
