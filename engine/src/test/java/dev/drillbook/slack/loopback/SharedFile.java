package dev.drillbook.slack.loopback;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** A file that was uploaded and shared. */
public record SharedFile(String id, String name, String title, String altText, byte[] bytes) {
    /** Its bytes as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    ObjectNode json() {
        return Json.of(
                "id",
                id,
                "name",
                name,
                "title",
                title,
                "alt_txt",
                altText.isEmpty() ? null : altText,
                "size",
                bytes.length,
                "user",
                App.USER,
                "mode",
                "hosted",
                "filetype",
                name.substring(name.lastIndexOf('.') + 1),
                "permalink",
                "https://" + App.DOMAIN + ".slack.com/files/" + App.USER + "/" + id + "/" + name);
    }
}
