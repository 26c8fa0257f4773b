package dev.drillbook.journal;

import dev.drillbook.target.Catalogue;
import dev.drillbook.timeline.Entry;
import dev.drillbook.timeline.Second;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.node.ObjectNode;

/** How entries and seconds are written as one line of JSON each: instants as ISO-8601, durations in seconds. */
final class Lines {
    private static final JsonMapper JSON = mapper();

    private Lines() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Catalogue.undos().forEach((name, type) -> builder.registerSubtypes(new NamedType(type, name)));
        return builder.build();
    }

    static String write(Object line) {
        return JSON.writeValueAsString(line);
    }

    /** @throws JacksonException when the line is not an entry */
    static Entry entry(String line) {
        return JSON.readValue(line, Entry.class);
    }

    /** Whether the entry has a part for all that its line names: where a name was changed, a part of it is empty. */
    static boolean isWhole(String line, Entry entry) {
        ObjectNode said = (ObjectNode) JSON.readTree(line);
        said.remove("hash");
        return covers(JSON.readTree(write(entry)), said);
    }

    private static boolean covers(JsonNode kept, JsonNode said) {
        if (said.isNull()) return true;
        if (kept == null || kept.isNull() || kept.size() < said.size()) return false;
        if (said.isArray()) return IntStream.range(0, said.size()).allMatch(i -> covers(kept.get(i), said.get(i)));
        return said.properties().stream().allMatch(part -> covers(kept.get(part.getKey()), part.getValue()));
    }

    /** @throws JacksonException when the line is not a second of signals */
    static Second second(String line) {
        return JSON.readValue(line, Second.class);
    }
}
