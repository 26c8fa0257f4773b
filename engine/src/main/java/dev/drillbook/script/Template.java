package dev.drillbook.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The runbook that {@code drillbook new} starts a person with: it has no mistakes, and says what to change. */
final class Template {
    private Template() {}

    static String of(String id) {
        String title = Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
        try (InputStream text = Template.class.getResourceAsStream("new.groovy")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("TITLE", title);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
