package dev.drillbook.report;

import dev.drillbook.runbook.Invalid;
import freemarker.core.Environment;
import freemarker.core.TemplateProcessingTracer;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where a template writes to, for as long as it may: a template can loop for ever, and its thread cannot be ended from
 * outside. So every element and every write looks whether time or room is up, and the caller stops waiting in any case.
 */
final class Deadline extends Writer implements TemplateProcessingTracer {
    private static final int MOST = 50_000_000;

    private final StringBuilder out = new StringBuilder();
    private volatile boolean over;

    private Deadline() {}

    /** What a template does. */
    interface Rendering {
        void into(Deadline out) throws TemplateException, IOException;
    }

    /** @return what was written @throws Invalid when it took longer than the limit, or wrote without end */
    static String within(Duration limit, String name, Rendering rendering) throws TemplateException, IOException {
        Deadline out = new Deadline();
        FutureTask<String> task = new FutureTask<>(() -> {
            rendering.into(out);
            return out.out.toString();
        });
        Thread thread = new Thread(task, "template " + name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw endless(name, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw endless(name, limit);
        } catch (ExecutionException e) {
            if (out.over || e.getCause() instanceof StackOverflowError) throw endless(name, limit);
            throw thrown(e.getCause());
        } finally {
            out.over = true;
        }
    }

    private static Invalid endless(String name, Duration limit) {
        return new Invalid("templates/" + name + " did not end within " + limit.toSeconds()
                + " s: look for a loop without an end, or remove the template to use the built-in one");
    }

    private static TemplateException thrown(Throwable cause) throws IOException {
        if (cause instanceof TemplateException e) return e;
        if (cause instanceof IOException e) throw e;
        if (cause instanceof Error e) throw e;
        throw (RuntimeException) cause;
    }

    @Override
    public void write(char[] letters, int from, int length) throws IOException {
        if (out.length() + length > MOST) over = true;
        if (over) throw new IOException("over");
        out.append(letters, from, length);
    }

    @Override
    public void enterElement(Environment environment, TracedElement element) {
        if (over) throw new IllegalStateException("over");
    }

    @Override
    public void exitElement(Environment environment, TracedElement element) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
