package dev.drillbook.practice;

import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL's data folder with an empty database {@code shop}, made once by {@code initdb} and copied at each start.
 * Everyone on this machine's loopback may connect; it holds nothing but invented prices.
 */
record DatabaseTemplate(Path programs, Cache cache, User user) {
    void copyTo(Path data) {
        Path template = cache.folder(programs.getFileName() + "-data-of-" + user.databaseUid(), this::make);
        try {
            Folder.copyTree(template, data);
        } catch (IOException e) {
            throw new DrillException("could not copy " + template + " to " + data + ": " + e + "; make room there", e);
        }
    }

    private void make(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (user.isRoot()) Files.setAttribute(folder, "unix:uid", user.databaseUid());
        run("", "initdb", "-D", folder.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N");
        run("create database shop\n", "postgres", "--single", "-F", "-D", folder.toString(), "postgres");
        run("create extension pg_stat_statements\n", "postgres", "--single", "-F", "-D", folder.toString(), "shop");
    }

    private void run(String input, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(user.boundAndOrdinary());
        command.add(programs.resolve("bin").resolve(program).toString());
        Stream.of(arguments).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .directory(programs.toFile())
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // in single-user mode a failed statement leaves the exit code at 0
        if (process.onExit().join().exitValue() != 0 || said.contains("ERROR:"))
            throw new IOException(program + " failed: " + said.strip());
    }
}
