package dev.drillbook.runbook;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types that a runbook's inputs may have, and how each is read from text. */
public enum ValueType {
    TEXT("text", String.class, "any text", text -> text),
    NUMBER("number", Integer.class, "a whole number, such as 42", Integer::valueOf),
    PATH("path", Path.class, "a whole file path, such as /etc/shop/cache.properties", ValueType::path),
    URI("uri", java.net.URI.class, "an address with a scheme, such as redis://127.0.0.1:6379", ValueType::uri),
    SECRET("secret", Secret.class, "the place of a secret, such as secret:env:TOKEN", Secret::new);

    private final String word;
    private final Class<?> javaType;
    private final String wanted;
    private final Function<String, Object> reader;

    ValueType(String word, Class<?> javaType, String wanted, Function<String, Object> reader) {
        this.word = word;
        this.javaType = javaType;
        this.wanted = wanted;
        this.reader = reader;
    }

    /** The type's name as journals and {@code --json} write it. */
    public String word() {
        return word;
    }

    /** What a person should write, for messages. */
    public String wanted() {
        return wanted;
    }

    public Class<?> javaType() {
        return javaType;
    }

    /** @throws IllegalArgumentException when the text is not of this type; the caller knows which input it was */
    public Object read(String text) {
        return reader.apply(text);
    }

    /** @throws Invalid when inputs cannot have this type */
    public static ValueType of(Class<?> javaType) {
        return Arrays.stream(values())
                .filter(type -> type.javaType == javaType)
                .findFirst()
                .orElseThrow(() -> new Invalid("an input cannot be a " + javaType.getSimpleName() + ": write one of "
                        + Arrays.stream(values())
                                .map(type -> type.javaType.getSimpleName())
                                .collect(Collectors.joining(", "))));
    }

    /** @throws Invalid when no type has this name */
    public static ValueType named(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new Invalid("no type '" + word + "' for a value"));
    }

    private static Path path(String text) {
        if (text.isBlank()) throw new IllegalArgumentException("empty");
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute())
                throw new IllegalArgumentException("relative, and whoever puts it back may stand elsewhere");
            return path;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute()) throw new IllegalArgumentException("no scheme");
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
