package dev.drillbook.script;

import static java.util.Map.entry;

import dev.drillbook.runbook.Change;
import dev.drillbook.runbook.Condition;
import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Probe;
import dev.drillbook.runbook.Residue;
import dev.drillbook.runbook.Share;
import dev.drillbook.runbook.Signal;
import dev.drillbook.runbook.Value;
import groovy.lang.Closure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/** Types as people say them: a time, a share, a probe. */
final class Kinds {
    /** From the special to the general: the first that fits is said. */
    private static final List<Map.Entry<Class<?>, String>> WORDS = List.of(
            entry(Duration.class, "a time"),
            entry(Share.class, "a share"),
            entry(CharSequence.class, "a text"),
            entry(Number.class, "a number"),
            entry(Unfinished.class, "half a sentence"),
            entry(Sentences.Handle.class, "a milestone"),
            entry(Sentences.Applied.class, "a sentence"),
            entry(Probe.class, "a probe"),
            entry(Condition.class, "a probe that must last"),
            entry(Signal.class, "a signal"),
            entry(Fault.class, "a fault"),
            entry(Change.class, "a change"),
            entry(Residue.class, "a residue"),
            entry(Value.class, "an input"),
            entry(Boolean.class, "a yes or no"),
            entry(Class.class, "a type"),
            entry(Map.class, "names with values"),
            entry(Iterable.class, "a list"),
            entry(Closure.class, "a block"));

    private Kinds() {}

    static String of(ClassNode type) {
        ClassNode boxed = boxed(type);
        if (ClassHelper.isPrimitiveVoid(type)) return "a whole sentence";
        if (boxed.isArray()) return of(boxed.getComponentType());
        if (is(boxed, Value.class) && boxed.getGenericsTypes() != null)
            return "an input of type " + boxed.getGenericsTypes()[0].getType().getNameWithoutPackage();
        return WORDS.stream()
                .filter(kind -> is(boxed, kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(boxed.getNameWithoutPackage().replace('$', '.'));
    }

    /** {@code Integer} for {@code int}; what is between the angle brackets stays. */
    static ClassNode boxed(ClassNode type) {
        return ClassHelper.isPrimitiveType(type) ? ClassHelper.getWrapper(type) : type;
    }

    static boolean is(ClassNode type, Class<?> kind) {
        ClassNode boxed = boxed(type);
        ClassNode wanted = ClassHelper.make(kind);
        return boxed.equals(wanted) || boxed.isDerivedFrom(wanted) || boxed.implementsInterface(wanted);
    }
}
