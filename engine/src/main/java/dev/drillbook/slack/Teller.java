package dev.drillbook.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one story in one place, each step once. What was told is noted after Slack took it; the one step that a dead
 * process may have told without noting it, or whose answer was lost, is looked for in Slack first.
 */
final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final Calls calls;
    private final Parcels parcels;
    private final Outbox outbox;
    private final Told told;
    private final Place place;
    private boolean inDoubt;

    Teller(Calls calls, Parcels parcels, Outbox outbox, Told told, Place place) {
        this.calls = calls;
        this.parcels = parcels;
        this.outbox = outbox;
        this.told = told;
        this.place = place;
        this.inDoubt = told.goesOn();
    }

    Place place() {
        return place;
    }

    Outbox outbox() {
        return outbox;
    }

    /** Returns once Slack took it, now or earlier, or never can. */
    Spot tell(Post post) throws InterruptedException {
        Optional<Spot> before = told.spot(post.step());
        if (before.isPresent()) return before.get();
        return note(post.step(), outbox.deliver(post.key(), inDoubt, again -> {
            Optional<String> there = again ? found(post.key()) : Optional.empty();
            return there.isPresent() ? there.get() : calls.post(place, post);
        }));
    }

    /** Some files in one message; nothing when there are none, or Slack takes none: many workspaces forbid it. */
    void show(String step, String comment, List<Document> files) throws InterruptedException {
        if (told.has(step) || files.isEmpty()) return;
        String key = files.get(0).title();
        Optional<String> shown = inDoubt ? lookedFor(key) : Optional.empty();
        note(step, shown.isPresent() ? shown : sent(key, comment, files));
    }

    private Optional<String> lookedFor(String key) throws InterruptedException {
        return outbox.deliver(key, true, again -> found(key)).flatMap(Function.identity());
    }

    private Optional<String> sent(String key, String comment, List<Document> files) throws InterruptedException {
        List<FileDetails> sent = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Document file : files) {
            Optional<byte[]> bytes = read(file);
            if (bytes.isEmpty()) {
                unread.add(file.name());
                continue;
            }
            outbox.upload(file.title(), again -> parcels.send(file, bytes.get()))
                    .ifPresentOrElse(sent::add, () -> refused.add(file.name()));
        }
        if (sent.isEmpty()) return Optional.empty();
        String words = comment + without(unread, "it cannot be read") + without(refused, "it was not taken");
        return outbox.ask(key, again -> {
            Optional<String> there = again ? found(key) : Optional.empty();
            if (there.isEmpty()) parcels.show(place, words, sent);
            return there.orElse("");
        });
    }

    private static String without(List<String> files, String why) {
        return files.isEmpty() ? "" : ", without " + String.join(", ", files) + ": " + why;
    }

    /** Empty when it was removed since it was listed, or is not ours to read. */
    private static Optional<byte[]> read(Document document) {
        try {
            return Optional.of(Files.readAllBytes(document.file()));
        } catch (IOException e) {
            LOG.error("Slack: {} is not shown: it cannot be read: {}", document.title(), e.toString());
            return Optional.empty();
        }
    }

    /** Makes an earlier message say something else, once; one that Slack never took stays unsaid. */
    void correct(String step, Spot message, Post now) throws InterruptedException {
        if (told.has(step) || message.ts().isEmpty()) return;
        outbox.deliver(now.key(), false, again -> {
            calls.edit(message, now);
            return message;
        });
        told.add(step, new Spot(place.channel(), ""));
    }

    /** Where Slack does not let us look, or says there what we cannot read, twice is better than never. */
    private Optional<String> found(String key) throws IOException, SlackApiException, NotOk {
        try {
            return calls.find(place, told.lastIn(place.channel()), key);
        } catch (NotOk refused) {
            if (Setback.of(refused).blame() == Setback.Blame.ALL) throw refused;
            return Optional.empty();
        } catch (Garbled unreadable) {
            return Optional.empty();
        }
    }

    private Spot note(String step, Optional<String> ts) {
        Spot spot = new Spot(place.channel(), ts.orElse(""));
        told.add(step, spot);
        inDoubt = false;
        return spot;
    }
}
