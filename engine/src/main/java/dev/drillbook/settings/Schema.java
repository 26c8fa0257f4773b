package dev.drillbook.settings;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of {@code drillbook.yaml}: editors complete by it, and every file is held against it. */
public final class Schema {
    private static final String FILE = "drillbook.schema.json";

    private final com.networknt.schema.Schema schema = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(), InputFormat.JSON);

    /** The schema itself, as a file for editors. */
    public static String text() {
        try (InputStream in = Schema.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(Setting root, Mistakes mistakes) {
        for (Error error : schema.validate(root.content().json())) {
            Setting setting = at(root, error.getInstanceLocation());
            Complaint complaint = new Complaint(error, part(error), setting);
            mistakes.oneOf(complaint.place(), complaint.inWords());
        }
    }

    private static Setting at(Setting root, NodePath path) {
        Setting setting = root;
        for (int i = 0; i < path.getNameCount(); i++)
            setting = path.getElement(i) instanceof Integer index
                    ? setting.items().get(index)
                    : setting.entries().get(path.getName(i));
        return setting;
    }

    /** The part of the schema whose keyword complains; empty when it is not where the error says. */
    private Optional<JsonNode> part(Error error) {
        JsonNode part = schema.getSchemaNode();
        NodePath place = error.getSchemaLocation().getFragment();
        for (int i = 0; i < place.getNameCount() - 1 && part != null; i++)
            part = place.getElement(i) instanceof Integer index ? part.get(index) : part.get(place.getName(i));
        return Optional.ofNullable(part);
    }
}
