package dev.drillbook.script;

import groovy.lang.GroovyClassLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.codehaus.groovy.runtime.InvokerHelper;

/** A compiled runbook. Closing it lets go of its classes; without that each load would stay in memory for ever. */
final class Compiled implements AutoCloseable {
    private final GroovyClassLoader loader;
    private final Class<?> script;

    /** @param script null when the text has mistakes */
    Compiled(GroovyClassLoader loader, Class<?> script) {
        this.loader = loader;
        this.script = script;
    }

    boolean isWhole() {
        return script != null;
    }

    String className() {
        return script.getName();
    }

    /** Says all words into the draft. */
    void tell(Draft draft) {
        try {
            Words words = (Words) script.getDeclaredConstructor().newInstance();
            words.noteIn(draft);
            words.run();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a compiled runbook is a child of Words", e);
        }
    }

    @Override
    public void close() {
        for (Class<?> loaded : loader.getLoadedClasses()) InvokerHelper.removeClass(loaded);
        loader.clearCache();
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
