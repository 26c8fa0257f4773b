package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML text of one document. */
final class YamlText extends TreeText {
    /** What some reader of YAML 1.1 or 1.2 takes for something else than text. */
    private static final Set<String> TAKEN = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private static final String PLAIN = "[A-Za-z_/][A-Za-z0-9_/.-]*";

    YamlText(String text) {
        super(text, new Reader(text).root());
    }

    @Override
    ConfigText with(String newText) {
        return new YamlText(newText);
    }

    @Override
    String write(Object value, String old) {
        String words = asText(value);
        if (old != null && old.startsWith("\"")) return JsonText.quote(words);
        if (old != null && old.startsWith("'")) return quote(words);
        return value instanceof CharSequence ? word(words) : words;
    }

    private static String word(String value) {
        boolean plain = value.matches(PLAIN) && !TAKEN.contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : quote(value);
    }

    private static String quote(String value) {
        boolean needsEscapes =
                value.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029);
        return needsEscapes ? JsonText.quote(value) : "'" + value.replace("'", "''") + "'";
    }

    @Override
    String lead(Place place) {
        return place.start() > 0 && text.charAt(place.start() - 1) == ':' ? " " : "";
    }

    @Override
    String entry(String key, String value) {
        return word(key) + ": " + value;
    }

    @Override
    String comment() {
        return "#";
    }

    private static final class Reader {
        private final String text;
        private final boolean everyCodePointIsOneChar;

        Reader(String text) {
            this.text = text;
            this.everyCodePointIsOneChar = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
        }

        Node root() {
            try {
                Optional<org.snakeyaml.engine.v2.nodes.Node> root =
                        new Compose(LoadSettings.builder().build()).composeString(text);
                return root.map(node -> node(node, -1)).orElse(new Node.Mapping(-1, List.of()));
            } catch (MarkedYamlEngineException e) {
                String at = e.getProblemMark()
                        .map(mark -> (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ")
                        .orElse("");
                throw new DrillException(at + e.getProblem() + "; repair the file first", e);
            } catch (YamlEngineException e) {
                throw new DrillException(e.getMessage().split("\n")[0] + "; repair the file first", e);
            }
        }

        /** @param before where it must stand behind; what does not is an alias of something earlier */
        private Node node(org.snakeyaml.engine.v2.nodes.Node node, int before) {
            int start = offset(node.getStartMark());
            if (start <= before) return new Node.Other("an alias");
            if (node instanceof MappingNode mapping) return mapping(mapping);
            if (node instanceof SequenceNode list) return sequence(list);
            if (node.getAnchor().isPresent()) return new Node.Other("an anchor that others refer to");
            return new Node.Scalar(start, end(node, start), ((ScalarNode) node).getValue());
        }

        private int end(org.snakeyaml.engine.v2.nodes.Node node, int start) {
            int end = offset(node.getEndMark());
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
            return end;
        }

        private Node mapping(MappingNode mapping) {
            List<Node.Member> members = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue())
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    Node value = node(tuple.getValueNode(), offset(key.getEndMark()) - 1);
                    members.add(new Node.Member(key.getValue(), offset(key.getStartMark()), value));
                }
            boolean inBraces = mapping.getFlowStyle() == FlowStyle.FLOW;
            int start = offset(mapping.getStartMark());
            return new Node.Mapping(inBraces ? text.indexOf('{', start) + 1 : -1, members);
        }

        private Node sequence(SequenceNode list) {
            int before = list.getFlowStyle() == FlowStyle.FLOW
                    ? offset(list.getStartMark())
                    : offset(list.getStartMark()) - 1;
            List<Node> items = new ArrayList<>();
            for (org.snakeyaml.engine.v2.nodes.Node item : list.getValue()) {
                items.add(node(item, before));
                before = Math.max(before, offset(item.getStartMark()));
            }
            return new Node.Sequence(items);
        }

        private int offset(Optional<Mark> mark) {
            int codePoints = mark.orElseThrow().getIndex();
            return everyCodePointIsOneChar ? codePoints : text.offsetByCodePoints(0, codePoints);
        }
    }
}
