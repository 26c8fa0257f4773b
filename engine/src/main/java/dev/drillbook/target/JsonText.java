package dev.drillbook.target;

import dev.drillbook.runbook.DrillException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** A JSON text; comments are let pass. */
final class JsonText extends TreeText {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    JsonText(String text) {
        super(text, new Reader(text).root());
    }

    @Override
    ConfigText with(String newText) {
        return new JsonText(newText);
    }

    @Override
    String write(Object value, String old) {
        boolean quoted = value instanceof CharSequence || old != null && old.startsWith("\"");
        return quoted ? quote(asText(value)) : asText(value);
    }

    static String quote(String value) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)) + "\"";
    }

    @Override
    String lead(Place place) {
        return "";
    }

    @Override
    String entry(String key, String value) {
        return quote(key) + ": " + value;
    }

    @Override
    String comment() {
        return "//";
    }

    private static final class Reader {
        private final String text;
        private JsonParser parser;

        Reader(String text) {
            this.text = text;
        }

        Node root() {
            try (JsonParser opened = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
                parser = opened;
                Node root = node(parser.nextToken());
                if (parser.nextToken() != null)
                    throw error(parser.currentTokenLocation(), "something stands behind the end");
                return root;
            } catch (JacksonException e) {
                throw error(e.getLocation(), e.getOriginalMessage());
            }
        }

        private static DrillException error(TokenStreamLocation at, String problem) {
            return new DrillException(at.getLineNr() + ":" + at.getColumnNr() + ": " + problem.split("\n")[0]
                    + "; repair the file first");
        }

        private Node node(JsonToken token) {
            if (token == null) throw new DrillException("1:1: no JSON value; repair the file first");
            if (token == JsonToken.START_OBJECT) return mapping();
            if (token == JsonToken.START_ARRAY) return sequence();
            int start = offset();
            String value = parser.getString();
            return new Node.Scalar(start, token == JsonToken.VALUE_STRING ? stringEnd(start) : wordEnd(start), value);
        }

        private Node mapping() {
            int open = offset() + 1;
            List<Node.Member> members = new ArrayList<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                int start = offset();
                members.add(new Node.Member(key, start, node(parser.nextToken())));
            }
            return new Node.Mapping(open, members);
        }

        private Node sequence() {
            List<Node> items = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken())
                items.add(node(next));
            return new Node.Sequence(items);
        }

        private int offset() {
            return (int) parser.currentTokenLocation().getCharOffset();
        }

        private int stringEnd(int start) {
            int here = start + 1;
            while (text.charAt(here) != '"') here += text.charAt(here) == '\\' ? 2 : 1;
            return here + 1;
        }

        private int wordEnd(int start) {
            int here = start;
            while (here < text.length() && " \t\r\n,]}/".indexOf(text.charAt(here)) < 0) here++;
            return here;
        }
    }
}
