package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.target.Node.Mapping;
import dev.drillbook.target.Node.Member;
import dev.drillbook.target.Node.Scalar;
import dev.drillbook.target.Node.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A nested text. A dot leads from a key to one inside it, a number into a list; a key that itself contains dots is found
 * too. A new key goes to the beginning of its mapping, where its place never depends on what ends the last value.
 */
abstract class TreeText extends ConfigText {
    final Node root;

    TreeText(String text, Node root) {
        super(text);
        this.root = root;
    }

    /** {@code key: value} in braces or as a block line. */
    abstract String entry(String key, String value);

    abstract String comment();

    @Override
    Optional<Place> find(String key) {
        Path path = Path.to(key, root);
        if (!path.rest().isEmpty()) {
            if (path.last() instanceof Mapping) return Optional.empty();
            throw notThere(key, path);
        }
        if (path.last() instanceof Scalar scalar)
            return Optional.of(new Place(scalar.start(), scalar.end(), scalar.value()));
        throw new DrillException("key '" + key + "' is " + what(path.last()) + ", not one value: name a key inside it");
    }

    private static DrillException notThere(String key, Path path) {
        return new DrillException("key '" + key + "': '" + path.rest().get(0) + "' cannot be put into "
                + what(path.last()) + "; name a key of a mapping");
    }

    private static String what(Node node) {
        if (node instanceof Mapping) return "a mapping";
        if (node instanceof Sequence) return "a list";
        return node instanceof Node.Other other ? other.what() : "a single value";
    }

    @Override
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        collect("", root, values);
        return values;
    }

    private static void collect(String prefix, Node node, Map<String, String> into) {
        if (node instanceof Scalar scalar) into.put(prefix, scalar.value());
        if (node instanceof Node.Other other) into.put(prefix, other.what());
        if (node instanceof Mapping mapping)
            mapping.members().forEach(member -> collect(join(prefix, member.key()), member.value(), into));
        if (node instanceof Sequence list)
            for (int i = 0; i < list.items().size(); i++)
                collect(join(prefix, "" + i), list.items().get(i), into);
    }

    private static String join(String prefix, String key) {
        return prefix.isEmpty() ? key : prefix + "." + key;
    }

    @Override
    int depth(String key) {
        return Path.to(key, root).nodes().size() - 1;
    }

    @Override
    Edit insertion(String key, String written) {
        Path path = Path.to(key, root);
        String value = written;
        for (int i = path.rest().size() - 1; i > 0; i--)
            value = "{" + entry(path.rest().get(i), value) + "}";
        String entry = entry(path.rest().get(0), value);
        Mapping parent = (Mapping) path.last();
        if (parent.members().isEmpty())
            return parent.inBraces() ? new Edit(parent.open(), parent.open(), entry) : Lines.append(text, entry);
        int first = parent.members().get(0).start();
        return new Edit(first, first, entry + (parent.inBraces() ? "," + gap(parent.open(), first) : newLine(first)));
    }

    private String gap(int from, int to) {
        String gap = text.substring(from, to);
        return gap.isBlank() ? gap : " ";
    }

    /** The line ending, and blanks up to the column of that place. */
    private String newLine(int at) {
        return Lines.ending(text) + " ".repeat(at - Lines.start(text, at));
    }

    @Override
    Edit removal(String key, int depth) {
        Path path = Path.to(key, root);
        int level = path.nodes().size() - 2; // the mapping that holds the key
        while (level > depth && ((Mapping) path.nodes().get(level)).members().size() == 1) level--;
        Mapping parent = (Mapping) path.nodes().get(level);
        Node gone = path.nodes().get(level + 1);
        int index = 0;
        while (parent.members().get(index).value() != gone) index++;
        return parent.inBraces() ? fromBraces(parent, index) : fromBlock(parent, index);
    }

    private Edit fromBraces(Mapping parent, int index) {
        Member member = parent.members().get(index);
        int end = end(member);
        if (index + 1 < parent.members().size()) {
            int comma = comma(end);
            int next = parent.members().get(index + 1).start();
            return new Edit(member.start(), text.substring(comma + 1, next).isBlank() ? next : comma + 1, "");
        }
        int start = index == 0 ? member.start() : text.lastIndexOf(',', member.start());
        return new Edit(start, end, "");
    }

    private Edit fromBlock(Mapping parent, int index) {
        int start = parent.members().get(index).start();
        int end = end(parent.members().get(index));
        boolean ownLine = text.substring(Lines.start(text, start), start).isBlank();
        if (ownLine) return Lines.remove(text, start, end);
        boolean isLast = index + 1 == parent.members().size();
        return new Edit(start, isLast ? end : parent.members().get(index + 1).start(), "");
    }

    private int comma(int from) {
        int here = from;
        while (text.charAt(here) != ',') here = text.startsWith(comment(), here) ? Lines.end(text, here) : here + 1;
        return here;
    }

    /** Where the member's value ends; one that the fault wrote has one value at its heart. */
    private int end(Member member) {
        Node value = member.value();
        int closing = 0;
        while (value instanceof Mapping mapping && !mapping.members().isEmpty()) {
            if (mapping.inBraces()) closing++;
            value = mapping.members().get(mapping.members().size() - 1).value();
        }
        int end = value instanceof Scalar scalar ? scalar.end() : member.start();
        for (; closing > 0; closing--) end = text.indexOf('}', end) + 1;
        return end;
    }

    /**
     * The way to a key.
     *
     * @param nodes from the root to the last that is there
     * @param rest the keys that are not
     */
    private record Path(List<Node> nodes, List<String> rest) {
        static Path to(String key, Node root) {
            Path path = new Path(new ArrayList<>(List.of(root)), new ArrayList<>(Arrays.asList(key.split("\\.", -1))));
            while (!path.rest.isEmpty() && path.step()) {}
            return path;
        }

        Node last() {
            return nodes.get(nodes.size() - 1);
        }

        /** The longest key that is there comes first: {@code server.port} may be one. */
        private boolean step() {
            for (int length = rest.size(); length > 0; length--) {
                Optional<Node> next = child(String.join(".", rest.subList(0, length)));
                if (next.isEmpty()) continue;
                nodes.add(next.get());
                rest.subList(0, length).clear();
                return true;
            }
            return false;
        }

        private Optional<Node> child(String name) {
            if (last() instanceof Mapping mapping)
                return mapping.members().stream()
                        .filter(member -> member.key().equals(name))
                        .map(Member::value)
                        .reduce((first, last) -> last);
            if (last() instanceof Sequence list
                    && name.matches("\\d{1,6}")
                    && Integer.parseInt(name) < list.items().size())
                return Optional.of(list.items().get(Integer.parseInt(name)));
            return Optional.empty();
        }
    }
}
