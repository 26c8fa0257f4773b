package dev.drillbook.script;

import dev.drillbook.runbook.Runbook;
import dev.drillbook.runbook.Secret;
import dev.drillbook.runbook.World;
import groovy.lang.GString;
import groovy.lang.Range;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;

/**
 * What a runbook may call: the words, what describes a probe or a change, and what computes plain values. Whatever takes a
 * {@link World} acts on it, and is not for runbooks.
 */
final class AllowList {
    private static final Set<String> VALUES = Set.of(
            String.class.getName(),
            GString.class.getName(),
            Integer.class.getName(),
            Long.class.getName(),
            Double.class.getName(),
            BigDecimal.class.getName(),
            BigInteger.class.getName(),
            Number.class.getName(),
            Boolean.class.getName(),
            Comparable.class.getName(),
            Duration.class.getName(),
            List.class.getName(),
            Map.class.getName());

    /** Groovy's own additions to those: operators, mostly. */
    private static final Set<String> OPERATORS = Set.of(
            "plus",
            "minus",
            "multiply",
            "div",
            "intdiv",
            "mod",
            "remainder",
            "unaryMinus",
            "negative",
            "positive",
            "next",
            "previous",
            "compareTo",
            "equals",
            "isCase",
            "iterator",
            "stripIndent",
            "stripMargin",
            "asBoolean",
            "size");

    /** Of those values, what reads the machine's properties or calls anything by its name. */
    private static final Set<String> REACHES_FURTHER = Set.of("getBoolean", "getInteger", "getLong", "invokeMethod");

    private static final String GROOVY = "org.codehaus.groovy.runtime.";
    private static final String RUNBOOK = Runbook.class.getPackageName();

    private final Set<ClassNode> imported;

    AllowList(Set<ClassNode> imported) {
        this.imported = imported;
    }

    boolean allows(MethodNode method) {
        if (method instanceof ExtensionMethodNode extension) return allowsExtension(extension.getExtensionMethodNode());
        ClassNode owner = method.getDeclaringClass();
        if (Arrays.stream(method.getParameters()).anyMatch(AllowList::isWorld)) return false;
        if (owner.getPackageName() == null) return false;
        if (method.getName().equals("iterator")) return true; // every for asks for one
        if (isOf(method, Traffic.class)) return true;
        if (method.isConstructor()) return isOf(method, Words.class);
        if (!method.getAnnotations(ClassHelper.make(Word.class)).isEmpty()) return true;
        if (owner.getPackageName().equals(RUNBOOK)) return !isOf(method, Secret.class);
        if (VALUES.contains(owner.getName())) return !REACHES_FURTHER.contains(method.getName());
        return belongsToNoun(owner);
    }

    private static boolean allowsExtension(MethodNode extension) {
        String owner = extension.getDeclaringClass().getName();
        if (isOf(extension, Units.class)) return true;
        if (!owner.startsWith(GROOVY)) return false;
        if (!extension.getName().equals("getAt")) return OPERATORS.contains(extension.getName());
        return isPlaceOrKey(extension.getParameters()[0].getType(), extension.getParameters()[1].getType());
    }

    /** Whether it is {@code list[0]}, {@code text[0..3]} or {@code map[key]}: of anything else Groovy reads a property. */
    static boolean isPlaceOrKey(ClassNode of, ClassNode index) {
        if (Kinds.is(of, Map.class)) return true;
        boolean hasPlaces = of.isArray() || Kinds.is(of, List.class) || Kinds.is(of, CharSequence.class);
        return hasPlaces && (Kinds.is(index, Number.class) || Kinds.is(index, Range.class));
    }

    /** Whether it gives {@code 5.minutes} or {@code traffic.errors}. */
    static boolean isUnitOrSignal(MethodNode getter) {
        if (getter instanceof ExtensionMethodNode extension)
            return isOf(extension.getExtensionMethodNode(), Units.class);
        return isOf(getter, Traffic.class);
    }

    private static boolean isOf(MethodNode method, Class<?> owner) {
        return method.getDeclaringClass().getName().equals(owner.getName());
    }

    /** Whether this Java method only describes. */
    static boolean describes(Method method) {
        return !List.of(method.getParameterTypes()).contains(World.class);
    }

    private static boolean isWorld(Parameter parameter) {
        return parameter.getType().getName().equals(World.class.getName());
    }

    /** Whether it is a noun or what a noun's words give, by name: Groovy knows no outer class of a compiled one. */
    private boolean belongsToNoun(ClassNode type) {
        return imported.stream()
                .map(ClassNode::getName)
                .anyMatch(noun -> type.getName().equals(noun) || type.getName().startsWith(noun + "$"));
    }
}
