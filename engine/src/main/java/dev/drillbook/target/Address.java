package dev.drillbook.target;

import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Literal;
import dev.drillbook.runbook.Value;
import dev.drillbook.runbook.ValueType;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An address, and how it is shown: never with its password, nor with what may hold one. */
record Address(URI uri) {
    /** @throws Invalid when it is no address, or spells a password out */
    static Literal<URI> literal(String noun, String text) {
        Address address = new Address(read(noun, text));
        if (address.password().isPresent() || address.parameters().containsKey("password"))
            throw new Invalid(
                    noun + ".at('" + address.shown() + "') spells a password out: name the address with an input");
        return new Literal<>(URI.class, address.uri());
    }

    private static URI read(String noun, String text) {
        try {
            return (URI) ValueType.URI.read(text);
        } catch (IllegalArgumentException e) { // its message would repeat the text
            throw new Invalid(noun + ".at(…) wants " + ValueType.URI.wanted());
        }
    }

    /** An input's name, or the address as it may be shown. */
    static String inWords(Value<URI> address) {
        return address instanceof Literal<URI> literal ? new Address(literal.value()).shown() : address.inWords();
    }

    String shown() {
        String user = user().map(name -> name + (password().isPresent() ? ":***@" : "@"))
                .orElse(password().isPresent() ? "***@" : "");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + user + host() + port + path;
    }

    /** @throws Invalid when it has none */
    String host() {
        if (uri.getHost() == null)
            throw new Invalid("an address of " + uri.getScheme() + " has no host: write one, such as " + uri.getScheme()
                    + "://127.0.0.1");
        return uri.getHost();
    }

    int port(int usual) {
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    Optional<String> user() {
        return Optional.ofNullable(uri.getRawUserInfo())
                .map(info -> decoded(info.split(":", 2)[0]))
                .filter(user -> !user.isEmpty());
    }

    Optional<String> password() {
        return Optional.ofNullable(uri.getRawUserInfo())
                .filter(info -> info.contains(":"))
                .map(info -> decoded(info.split(":", 2)[1]));
    }

    /** What stands behind the first slash, such as the database's name; empty where nothing does. */
    String name() {
        return uri.getPath() == null || uri.getPath().isEmpty()
                ? ""
                : uri.getPath().substring(1);
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (uri.getRawQuery() != null)
            for (String pair : uri.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
