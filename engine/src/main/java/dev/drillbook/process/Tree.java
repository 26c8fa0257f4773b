package dev.drillbook.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.exec.ProcessDestroyer;

/**
 * A process and everything that it started. Descendants whose parents are alive are found through them; orphans (a
 * daemon forks twice) were seen earlier or, on Linux, are known by a variable that they inherited, as Jenkins does it.
 */
final class Tree implements ProcessDestroyer {
    static final String MARK = "DRILLBOOK_COMMAND";

    /** How the marks of all commands begin that this process starts: no pid, for another process may have that later. */
    static final String OURS = UUID.randomUUID() + "-";

    private static final Path PROC = Path.of("/proc");
    private static final Duration TO_TIDY_UP = Duration.ofSeconds(1);
    private static final Duration TO_DIE = Duration.ofSeconds(3);
    private static final long LOOK_EVERY_MILLIS = 20;

    /** When a command was about to start stands in its mark: what it started bears that too, whenever it was. */
    private static final Pattern TICK = Pattern.compile("([0-9a-f]{16})-");

    private final String mark;
    private final long since;
    private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();

    /** Of a command that is about to start. */
    Tree() {
        this(String.format(Locale.ROOT, "%s%016x-%s", OURS, System.nanoTime(), UUID.randomUUID()), 0);
    }

    /**
     * Of processes that bear a mark, or one that begins so and was given since then.
     *
     * @param since by {@link System#nanoTime} in the process that gave it
     */
    Tree(String mark, long since) {
        this.mark = mark;
        this.since = since;
    }

    String mark() {
        return mark;
    }

    /** Commons Exec tells us here which process it started. */
    @Override
    public boolean add(Process process) {
        return seen.add(process.toHandle());
    }

    @Override
    public boolean remove(Process process) {
        return true;
    }

    @Override
    public int size() {
        return seen.size();
    }

    void look() {
        for (ProcessHandle known : List.copyOf(seen)) known.descendants().forEach(seen::add);
    }

    /** Asks all to end, and after a second makes them: again and again, for those that were just forking. */
    void end() throws InterruptedException {
        boolean interrupted = Thread.interrupted(); // what we came to end must end all the same
        try {
            living().forEach(ProcessHandle::destroy);
            if (!goneWithin(TO_TIDY_UP, false)) goneWithin(TO_DIE, true);
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private boolean goneWithin(Duration time, boolean byForce) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        for (List<ProcessHandle> left = living(); !left.isEmpty(); left = living()) {
            if (System.nanoTime() > deadline) return false;
            for (ProcessHandle process : left) if (byForce || isStopped(process)) process.destroyForcibly();
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        return true;
    }

    private List<ProcessHandle> living() {
        look();
        marked().forEach(seen::add);
        return seen.stream()
                .filter(process -> process.isAlive() && !isZombie(process))
                .toList();
    }

    private List<ProcessHandle> marked() {
        if (!Files.isDirectory(PROC)) return List.of();
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .filter(folder ->
                            Character.isDigit(folder.getFileName().toString().charAt(0)))
                    .filter(folder -> isMarked(read(folder.resolve("environ"))))
                    .map(folder -> ProcessHandle.of(
                                    Long.parseLong(folder.getFileName().toString()))
                            .orElse(null))
                    .filter(Objects::nonNull)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Where a mark does not tell when it was given, as those of older versions, it may be what is looked for. */
    private boolean isMarked(String environment) {
        String wanted = MARK + "=" + mark;
        int at = environment.indexOf(wanted);
        if (at < 0) return false;
        Matcher tick = TICK.matcher(environment).region(at + wanted.length(), environment.length());
        return !tick.lookingAt() || Long.parseUnsignedLong(tick.group(1), 16) - since >= 0;
    }

    /** A container's first process may never collect its dead. */
    private static boolean isZombie(ProcessHandle process) {
        return isIn(process, 'Z');
    }

    /** Whoever is stopped would tidy up only when someone lets it go on. */
    private static boolean isStopped(ProcessHandle process) {
        return isIn(process, 'T');
    }

    private static boolean isIn(ProcessHandle process, char state) {
        String stat = read(PROC.resolve(process.pid() + "/stat"));
        return stat.startsWith(") " + state, stat.lastIndexOf(')'));
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it ended, or is another user's
        }
    }
}
