package dev.drillbook.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small JVMs of the kind this one is. */
public final class Java {
    private Java() {}

    /** @param flags what the JVM may use, such as {@code -Xmx48m} */
    public static List<String> command(List<String> flags, Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        command.add(main.getName());
        return command;
    }

    /** This JVM's class path, good in any working folder; by the environment, to keep process lists readable. */
    public static Map<String, String> environment() {
        String path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return Map.of("CLASSPATH", path);
    }
}
