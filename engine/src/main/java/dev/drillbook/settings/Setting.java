package dev.drillbook.settings;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A value of the file, with its place. What the schema demands of it, it is: text where text is asked for, a list where
 * a list is. One that is not, is told as a mistake already, and reads as if it were absent.
 */
public final class Setting {
    private final String path;
    private final Place place;
    private final Mistakes mistakes;
    private final Content content;

    Setting(String path, Place place, Content content, Mistakes mistakes) {
        this.path = path;
        this.place = place;
        this.content = content;
        this.mistakes = mistakes;
    }

    /** Such as {@code schedules.quarterly.when}; empty for the whole file. */
    public String path() {
        return path;
    }

    Place place() {
        return place;
    }

    Content content() {
        return content;
    }

    boolean isEmpty() {
        return content.members().isEmpty();
    }

    /** What stands under a key, or under a key of that: {@code get("serve", "listen")}. */
    public Optional<Setting> get(String... keys) {
        Optional<Setting> found = Optional.of(this);
        for (String key : keys)
            found = found.map(setting -> setting.content.members().get(key));
        return found;
    }

    /** Everything under its keys, in the file's order. */
    public Map<String, Setting> entries() {
        return content.members();
    }

    /** The items of a list, in order. */
    public List<Setting> items() {
        return content.items();
    }

    /** The text as it stands in the file, a number's too. */
    public String text() {
        return content.text();
    }

    /** The texts of a list. */
    public Set<String> texts() {
        return items().stream().map(Setting::text).collect(Collectors.toUnmodifiableSet());
    }

    /** {@code 15 minutes}, {@code 1 day}; a mistake when it is none. */
    public Optional<Duration> duration() {
        return as(Spans::read);
    }

    /** Where to listen, {@code 127.0.0.1:7340}; a mistake when it is none. */
    public Optional<InetSocketAddress> address() {
        return as(Setting::address);
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        int port = Integer.parseInt(text.substring(colon + 1));
        InetSocketAddress address = port > 65_535 ? null : new InetSocketAddress(text.substring(0, colon), port);
        if (address == null || address.isUnresolved())
            throw new Invalid("'" + text + "' is no address to listen on: write one such as 127.0.0.1:7340");
        return address;
    }

    /**
     * What it means to a room.
     *
     * @param reader from its text; what it throws is told as a mistake at this place
     */
    public <T> Optional<T> as(Function<String, T> reader) {
        return tried(() -> reader.apply(text()));
    }

    /** A record made of several settings below this one; what its constructor throws is told as a mistake here. */
    public <T> Optional<T> tried(java.util.function.Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (DrillException e) {
            mistake(e.getMessage());
            return Optional.empty();
        } catch (RuntimeException e) {
            if (mistakes.isEmpty()) throw e;
            return Optional.empty(); // what the schema refused may be anything
        }
    }

    /** Tells a mistake at this place. @param message one line, which ends with what to write instead */
    public void mistake(String message) {
        mistakes.at(place, message);
    }
}
