package dev.drillbook.script;

import dev.drillbook.runbook.Share;
import dev.drillbook.runbook.Value;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.util.Arrays;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.tools.GenericsUtils;

/** What a method wants to be called with. @param receiver what it is called on */
record Wanted(Method method, ClassNode receiver) {
    boolean takes(int arguments) {
        return method.isVarArgs() ? arguments >= last() : arguments == method.getParameterCount();
    }

    /**
     * Whether Groovy would choose this method, and then find that something does not fit: one of many, or a type between
     * angle brackets, {@code Value<Path>} or the {@code L} of a signal.
     */
    boolean isChosenTooSoon() {
        return method.isVarArgs()
                || Arrays.stream(method.getGenericParameterTypes()).anyMatch(type -> ofScale(type) || ofValue(type));
    }

    /** The first argument that does not fit, or -1. */
    int misfit(ClassNode[] came) {
        if (!takes(came.length)) return 0;
        for (int i = 0; i < came.length; i++) if (!fits(came[i], type(i))) return i;
        return -1;
    }

    /** The type that an argument should have. */
    ClassNode type(int index) {
        int parameter = Math.min(index, last());
        Type wanted = method.getGenericParameterTypes()[parameter];
        if (ofScale(wanted) && receiver.getGenericsTypes() != null) return receiver.getGenericsTypes()[0].getType();
        ClassNode plain = ClassHelper.make(method.getParameterTypes()[parameter]);
        if (method.isVarArgs() && parameter == last()) return plain.getComponentType();
        if (!ofValue(wanted)) return plain;
        Type of = ((ParameterizedType) wanted).getActualTypeArguments()[0];
        return GenericsUtils.makeClassSafeWithGenerics(plain, new GenericsType(ClassHelper.make((Class<?>) of)));
    }

    private int last() {
        return method.getParameterCount() - 1;
    }

    private static boolean ofScale(Type type) {
        return type instanceof TypeVariable;
    }

    private static boolean ofValue(Type type) {
        return type instanceof ParameterizedType whole
                && whole.getRawType() == Value.class
                && whole.getActualTypeArguments()[0] instanceof Class;
    }

    private static boolean fits(ClassNode came, ClassNode wanted) {
        ClassNode boxed = Kinds.boxed(wanted);
        if (Kinds.is(boxed, Number.class)) return Kinds.is(came, Number.class);
        if (ClassHelper.isStringType(boxed)) return Kinds.is(came, CharSequence.class);
        if (!Kinds.is(came, boxed.getTypeClass())) return false;
        return !Kinds.is(boxed, Value.class) || sameScale(came, boxed);
    }

    private static boolean sameScale(ClassNode came, ClassNode wanted) {
        if (came.getGenericsTypes() == null || wanted.getGenericsTypes() == null) return true;
        return came.getGenericsTypes()[0].getType().equals(wanted.getGenericsTypes()[0].getType());
    }

    /** How to call it right. */
    String example() {
        Word word = method.getAnnotation(Word.class);
        if (word != null) return word.value();
        return method.getName() + "(" + (last() < 0 ? "" : sample(type(0))) + ")";
    }

    private static String sample(ClassNode wanted) {
        if (Kinds.is(wanted, Duration.class)) return "300.millis";
        if (Kinds.is(wanted, Share.class)) return "1.percent";
        if (Kinds.is(wanted, Number.class)) return "100";
        if (Kinds.is(wanted, CharSequence.class)) return "'…'";
        if (wanted.getGenericsTypes() != null)
            return "input('…', " + wanted.getGenericsTypes()[0].getType().getNameWithoutPackage() + ")";
        return "…";
    }
}
