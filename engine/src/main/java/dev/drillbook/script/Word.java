package dev.drillbook.script;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method that a runbook may call. The language is exactly the marked methods, the nouns and plain values. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Word {
    /** A whole sentence with this word, as messages show it. */
    String value();

    /** The names that may follow the text, each with a text of its own: {@code kind: 'detect'}. */
    String[] named() default {};
}
