package dev.drillbook.settings;

import dev.drillbook.settings.Content.Mapping;
import dev.drillbook.settings.Content.Scalar;
import dev.drillbook.settings.Content.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;

/** YAML 1.2 as settings with places, read by SnakeYAML Engine's composer: Jackson's tree forgets where a value stood. */
final class YamlReader {
    private static final int MOST_ALIASES = 50;
    private static final int MOST_DEPTH = 50;

    private final Mistakes mistakes;

    /** From the root to where we are: an alias of one of these would never end. */
    private final Set<Node> above = Collections.newSetFromMap(new IdentityHashMap<>());

    YamlReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The file's tree; without a value when it is empty, or is no YAML, which is told. */
    Setting read(String text) {
        Setting nothing = new Setting("", Place.START, new Mapping(Map.of()), mistakes);
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setAllowRecursiveKeys(false)
                    .setMaxAliasesForCollections(MOST_ALIASES)
                    .build();
            if (isTooDeep(new Parse(settings).parseString(text))) return nothing;
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.filter(this::isMapping).map(node -> setting("", node)).orElse(nothing);
        } catch (MarkedYamlEngineException e) {
            mistakes.at(place(e.getProblemMark()), e.getProblem() + "; write it as YAML: key: value");
        } catch (YamlEngineException e) {
            mistakes.at(Place.START, e.getMessage().lines().findFirst().orElse("no YAML") + "; write it as YAML");
        }
        return nothing;
    }

    /** Composing goes down by recursion. */
    private boolean isTooDeep(Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionEndEvent) depth--;
            if (event instanceof CollectionStartEvent && ++depth > MOST_DEPTH) {
                mistakes.at(place(event.getStartMark()), "nested too deep: no setting has a value there");
                return true;
            }
        }
        return false;
    }

    private boolean isMapping(Node root) {
        boolean isNothing = root instanceof ScalarNode && root.getTag().equals(Tag.NULL);
        if (root instanceof MappingNode || isNothing) return !isNothing;
        mistakes.at(
                place(root.getStartMark()), "this is no setting: write keys and values, such as zone: Europe/Berlin");
        return false;
    }

    private Setting setting(String path, Node node) {
        return new Setting(path, place(node.getStartMark()), content(path, node), mistakes);
    }

    private Content content(String path, Node node) {
        if (node instanceof ScalarNode scalar) return new Scalar(scalar.getValue(), json(scalar));
        if (!above.add(node)) {
            mistakes.at(place(node.getStartMark()), "'" + path + "' refers to itself: write its value in place of *");
            return new Mapping(Map.of());
        }
        try {
            return node instanceof MappingNode mapping ? mapping(path, mapping) : sequence(path, (SequenceNode) node);
        } finally {
            above.remove(node);
        }
    }

    private Mapping mapping(String path, MappingNode mapping) {
        Map<String, Setting> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key))
                mistakes.at(place, "a key must be text: write key: value");
            else if (members.containsKey(key.getValue()))
                mistakes.at(place, "'" + key.getValue() + "' is given twice: keep one of them");
            else members.put(key.getValue(), member(path, key, tuple.getValueNode()));
        }
        return new Mapping(members);
    }

    /** Its place is its key's: there an editor's cursor is wanted. */
    private Setting member(String path, ScalarNode key, Node value) {
        String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
        return new Setting(below, place(key.getStartMark()), content(below, value), mistakes);
    }

    private Sequence sequence(String path, SequenceNode list) {
        List<Setting> items = new ArrayList<>();
        for (Node item : list.getValue()) items.add(setting(path + "[" + (items.size() + 1) + "]", item));
        return new Sequence(items);
    }

    private static JsonNode json(ScalarNode scalar) {
        String text = scalar.getValue();
        try {
            if (scalar.getTag().equals(Tag.INT)) return Content.JSON.numberNode(new java.math.BigInteger(text));
            if (scalar.getTag().equals(Tag.FLOAT)) return Content.JSON.numberNode(new java.math.BigDecimal(text));
        } catch (NumberFormatException e) {
            return Content.JSON.stringNode(text); // .inf, 0x10: nothing that a setting wants
        }
        if (scalar.getTag().equals(Tag.BOOL)) return Content.JSON.booleanNode(Boolean.parseBoolean(text));
        return scalar.getTag().equals(Tag.NULL) ? Content.JSON.nullNode() : Content.JSON.stringNode(text);
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(Place.START);
    }
}
