package dev.drillbook.slack.loopback;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A place within blocks, as Slack's messages point to it.
 *
 * @param code the error with which that surface refuses blocks
 */
record Place(String pointer, String code) {
    Place at(Object child) {
        return new Place(pointer + "/" + child, code);
    }

    Refusal refuses(Rule rule, String words) {
        return new Refusal(rule, code, words + " [json-pointer:" + pointer + "]");
    }

    /** @throws Refusal when the text under that name is longer */
    void longest(JsonNode holder, String name, int most, Rule rule) {
        if (Json.text(holder, name).length() > most)
            throw at(name).refuses(rule, "must be less than " + (most + 1) + " characters");
    }

    /** @throws Refusal when the list has more items */
    void most(JsonNode list, int most, Rule rule) {
        if (list.size() > most) throw refuses(rule, "no more than " + most + " items allowed");
    }

    /** @throws Refusal when the node has a field that is not one of these */
    void only(JsonNode node, Set<String> fields) {
        for (String name : node.propertyNames())
            if (!fields.contains(name)) throw refuses(Rule.BLOCK_FIELD, "invalid additional property: " + name);
    }
}
