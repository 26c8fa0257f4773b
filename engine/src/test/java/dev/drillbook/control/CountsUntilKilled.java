package dev.drillbook.control;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A process that tells one notice after the other, by number, and says of each that it is on the disk. */
final class CountsUntilKilled {
    private CountsUntilKilled() {}

    /** @param arguments the folder of its state */
    public static void main(String[] arguments) {
        Database database = Database.open(Path.of(arguments[0]));
        Random random = new Random();
        Notices notices = new Notices(database, Clock.systemUTC());
        database.change("SET RETENTION_TIME 1000"); // of 45,000 ms: room that is free is used again soon
        List<Notices.Notice> before = notices.after(0);
        say(before.size());
        for (int number = before.size() + 1; ; number++) {
            notices.tell("start", number + "of any length".repeat(number % 100));
            say(number);
            LockSupport.parkNanos(random.nextInt(40_000_000)); // in which H2 tidies up
        }
    }

    private static void say(int number) {
        System.out.println(number);
        System.out.flush();
    }
}
