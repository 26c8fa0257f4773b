package dev.drillbook.control;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import dev.drillbook.runbook.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A second terminal's way to a running drill. */
public final class Remote {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ControlFile file;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Remote(ControlFile file) {
        this.file = file;
    }

    /**
     * @param environment where it runs, if it was said
     * @throws Invalid when none runs there, or when several do and none was named
     */
    public static Remote find(Home home, Optional<String> environment) {
        List<ControlFile> running = ControlFile.alive(home.state()).stream()
                .filter(file -> environment.isEmpty() || environment.get().equals(file.environment()))
                .toList();
        if (running.isEmpty())
            throw new Invalid("no drill is running"
                    + environment.map(name -> " on environment '" + name + "'").orElse("")
                    + ": start one with drillbook run RUNBOOK");
        if (running.size() > 1)
            throw new Invalid("several drills are running: name one with --environment "
                    + running.stream().map(ControlFile::environment).collect(Collectors.joining(" or ")));
        return new Remote(running.get(0));
    }

    /** @return a line for whoever said it, once it is durable */
    public String say(String who, String line, ZoneId zone) {
        String body = Wire.write(new Wire.Say(who, line, zone.getId()));
        return Wire.read(send(request("/say").POST(HttpRequest.BodyPublishers.ofString(body))), Wire.Answer.class)
                .text();
    }

    public Status status() {
        return Wire.read(send(request("/status").GET()), Status.class);
    }

    /** What the journal says after an entry; waits a while for the next. */
    public Wire.Lines after(int seq, boolean facilitator) {
        String query = "/entries?after=" + seq + (facilitator ? "&facilitator" : "");
        return Wire.read(send(request(query).GET()), Wire.Lines.class);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(file.address() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + file.token());
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() == 200) return answer.body();
            throw wrong(Wire.read(answer.body(), Wire.Wrong.class));
        } catch (IOException e) {
            throw new DrillException(
                    "drill " + file.drill() + " does not answer (" + e.getMessage() + "): look whether process "
                            + file.pid() + " is alive",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrillException("interrupted while waiting for drill " + file.drill(), e);
        }
    }

    private static DrillException wrong(Wire.Wrong wrong) {
        if (wrong.exit() == Exit.WRONG_USAGE.code()) return new Invalid(wrong.message());
        if (wrong.exit() == Exit.REFUSED.code()) return new Refused(wrong.message());
        return new DrillException(wrong.message());
    }
}
