package dev.drillbook.environment;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Stops every drill of an installation, and lets none start until it is lifted. It is a file, so that no process has to
 * run for it, and none that dies forgets it: where the file is, all is stopped, whatever is in it.
 */
public final class StopSwitch {
    private final Path file;

    public StopSwitch(Path file) {
        this.file = file;
    }

    /** @param why or empty */
    public record Thrown(String who, String why, Instant at) {
        public String inWords() {
            return "every drill is stopped since " + at.truncatedTo(ChronoUnit.SECONDS) + " by " + who
                    + (why.isBlank() ? "" : " (" + why + ")");
        }
    }

    /** @throws DrillException when it cannot be written: nothing is stopped then */
    public void stop(Thrown thrown) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    fresh,
                    thrown.at() + "\n" + oneLine(thrown.who()) + "\n" + oneLine(thrown.why()) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DrillException(
                    "cannot write " + file + ", so nothing is stopped: " + e.getMessage()
                            + "; abort each drill with drillbook abort",
                    e);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    public Optional<Thrown> thrown() {
        if (Files.notExists(file)) return Optional.empty();
        try {
            String[] lines = Files.readString(file).split("\n", -1);
            return Optional.of(new Thrown(lines[1], lines[2], Instant.parse(lines[0])));
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty(); // lifted at this moment
        } catch (IOException | RuntimeException e) {
            return Optional.of(new Thrown("someone", "what " + file + " says cannot be read", Instant.now()));
        }
    }

    /** @return whether it was thrown */
    public boolean lift() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DrillException("cannot delete " + file + ": " + e.getMessage() + "; delete it by hand", e);
        }
    }

    /** @throws Refused while it is thrown */
    public void check() {
        thrown().ifPresent(thrown -> {
            throw new Refused(thrown.inWords() + ": lift that with drillbook abort --lift");
        });
    }
}
