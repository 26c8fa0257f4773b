package dev.drillbook.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.drillbook.control.Verb;
import java.util.Arrays;
import java.util.List;

/** What can be said to a drill with one press. */
final class Buttons {
    private Buttons() {}

    /** One for each verb that needs no words. */
    static ActionsBlock of(String drill) {
        List<BlockElement> buttons = Arrays.stream(Verb.values())
                .filter(Verb::standsAlone)
                .map(verb -> (BlockElement) button(verb, drill))
                .toList();
        return ActionsBlock.builder().elements(buttons).build();
    }

    private static ButtonElement button(Verb verb, String drill) {
        String word = verb.word();
        var button = bare(new Action(verb, drill, ""), Character.toUpperCase(word.charAt(0)) + word.substring(1));
        if (verb == Verb.ABORT)
            button.style("danger")
                    .confirm(Shown.question(
                            "Abort the drill?",
                            "It ends for everyone, and everything is put back at once. For a real incident say:"
                                    + " /drill abort real",
                            "Abort",
                            "Go on"));
        return button.build();
    }

    static ButtonElement ruleOut(String drill, int hypothesis) {
        return bare(new Action(Verb.RULE_OUT, drill, Integer.toString(hypothesis)), "Rule out")
                .build();
    }

    private static ButtonElement.ButtonElementBuilder bare(Action action, String words) {
        return ButtonElement.builder()
                .actionId(action.id())
                .value(action.value())
                .text(Shown.plain(words, Shown.BUTTON));
    }
}
