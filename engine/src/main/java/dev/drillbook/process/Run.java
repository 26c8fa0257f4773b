package dev.drillbook.process;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteException;
import org.apache.commons.exec.ExecuteResultHandler;
import org.apache.commons.exec.environment.EnvironmentUtils;

/** One run of a command. */
final class Run implements ExecuteResultHandler {
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Command command;
    private final Tree tree = new Tree();
    private final Output output;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    Run(Command command) {
        this.command = command;
        this.output = new Output(command.limit(), command.errors());
    }

    Finished toItsEnd() throws IOException, InterruptedException {
        long began = System.nanoTime();
        start();
        boolean timedOut = false;
        try {
            timedOut = !endsWithin(command.timeout());
            if (timedOut) tree.end();
            return new Finished(exit.get(), output.text(), Duration.ofNanos(System.nanoTime() - began), timedOut);
        } catch (InterruptedException e) {
            tree.end();
            throw e;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** On a thread of its own: Commons Exec swallows an interrupt, and the caller must keep its own. */
    private void start() throws IOException {
        DefaultExecutor executor = DefaultExecutor.builder()
                .setWorkingDirectory(command.folder())
                .setExecuteStreamHandler(output)
                .setThreadFactory(Run::daemon)
                .get();
        executor.setExitValues(null); // every exit code is an answer
        executor.setProcessDestroyer(tree);
        executor.execute(new Argv(), environment(), this);
    }

    private Map<String, String> environment() throws IOException {
        Map<String, String> all = new HashMap<>(EnvironmentUtils.getProcEnvironment());
        all.putAll(command.environment());
        all.put(Tree.MARK, tree.mark());
        return all;
    }

    /** Looks at the tree now and then: a child seen once is known even when its parent is gone. */
    private boolean endsWithin(Duration timeout) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            try {
                exit.get(Math.max(1, Math.min(left, LOOK_EVERY_MILLIS)), TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                if (left <= 0) return false;
                tree.look();
            }
        }
    }

    @Override
    public void onProcessComplete(int value) {
        exit.complete(value);
    }

    @Override
    public void onProcessFailed(ExecuteException e) {
        exit.completeExceptionally(e.getCause() == null ? e : e.getCause());
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "command");
        thread.setDaemon(true);
        return thread;
    }

    /** Commons Exec trims every word and turns back-slashes in the program's name; we pass on what we were given. */
    private final class Argv extends CommandLine {
        Argv() {
            super(new File("."));
        }

        @Override
        public String[] toStrings() {
            return command.argv().toArray(String[]::new);
        }
    }
}
