package dev.drillbook.target;

import java.util.List;

/** Where the parts of a YAML or JSON text stand. */
sealed interface Node {
    /** A single value; its text without quotes and escapes. */
    record Scalar(int start, int end, String value) implements Node {}

    /** @param open behind its opening brace, or -1 for a block of YAML */
    record Mapping(int open, List<Member> members) implements Node {
        boolean inBraces() {
            return open >= 0;
        }
    }

    /** @param start where the key begins, with its quote */
    record Member(String key, int start, Node value) {}

    record Sequence(List<Node> items) implements Node {}

    /** What has no single place of its own, such as an alias; or nothing at all. */
    record Other(String what) implements Node {}
}
