package dev.drillbook.script;

import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Share;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;

/** Says why a call is not right, and what would be. */
final class Explain {
    private final Class<?> type;
    private final Vocabulary.Home home;
    private final GenericsType[] scale;

    /** @param receiver what the word was said to @param home in which block */
    Explain(ClassNode receiver, Class<?> type, Vocabulary.Home home) {
        this.type = type;
        this.home = home;
        this.scale = receiver.getGenericsTypes();
    }

    /** Whether there is such a word here at all: then its arguments are wrong. */
    boolean knows(String word) {
        return !methods(word).isEmpty();
    }

    String unknown(String word) {
        if (!Vocabulary.speaks(type)) return noSuchMethod(word);
        Collection<String> here = Vocabulary.wordsOf(type).keySet();
        Optional<String> near = Nearest.to(word, here);
        Optional<Vocabulary.Home> right = Vocabulary.homeOf(word);
        if (right.isPresent()) return misplaced(word, right.get());
        if (near.isPresent()) return "no word '" + word + "' here; did you mean '" + near.get() + "'?";
        if (here.size() > 8) return "no word '" + word + "': see an example with drillbook show";
        return "no word '" + word + "' here: write " + String.join(", ", here);
    }

    private String misplaced(String word, Vocabulary.Home right) {
        Optional<String> sameHome = Vocabulary.exampleIn(home, word);
        if (sameHome.isPresent()) return "'" + word + "' does not fit here: write " + sameHome.get();
        return "'" + word + "' belongs " + right.inWords + ": write " + Vocabulary.example(word) + " there";
    }

    private String noSuchMethod(String word) {
        List<String> names = callable().map(Method::getName).distinct().toList();
        String what = Kinds.of(ClassHelper.make(type));
        return what + " has no '" + word + "'" + Nearest.hint(word, names, "delete it");
    }

    String wrongArguments(String word, List<Expression> arguments, ClassNode[] types) {
        List<Method> candidates = methods(word);
        Method method = candidates.stream()
                .filter(candidate -> candidate.getParameterCount() == types.length)
                .findFirst()
                .orElse(candidates.get(0));
        String example = example(method);
        for (int i = 0; i < types.length; i++) {
            ClassNode wanted = wanted(method, i);
            if (wanted == null) break;
            if (!fits(types[i], wanted))
                return word + " wants " + Kinds.of(wanted) + but(arguments.get(i), types[i], wanted, example);
        }
        return word + " is not said like this: write " + example;
    }

    private static String but(Expression argument, ClassNode came, ClassNode wanted, String example) {
        boolean number = Kinds.is(came, Number.class) && argument instanceof ConstantExpression;
        if (number && Kinds.is(wanted, Duration.class))
            return ", and " + argument.getText() + " has no unit: write " + argument.getText() + ".seconds";
        if (number && Kinds.is(wanted, Share.class))
            return ", and " + argument.getText() + " has no unit: write " + argument.getText() + ".percent";
        if (Kinds.is(wanted, Fault.class) && !came.getMethods("undoneBy").isEmpty())
            return ", and this has no undo: end it with .undoneBy(…), what puts it back";
        return ", not " + Kinds.of(came) + ": write " + example;
    }

    private ClassNode wanted(Method method, int index) {
        int last = method.getParameterCount() - 1;
        if (last < 0 || index > last && !method.isVarArgs()) return null;
        Class<?> parameter = method.getParameterTypes()[Math.min(index, last)];
        if (method.isVarArgs() && index >= last) parameter = parameter.getComponentType();
        boolean ofScale =
                method.getGenericParameterTypes()[Math.min(index, last)] instanceof java.lang.reflect.TypeVariable;
        return ofScale && scale != null ? scale[0].getType() : ClassHelper.make(parameter);
    }

    private static boolean fits(ClassNode came, ClassNode wanted) {
        ClassNode boxed = ClassHelper.getWrapper(wanted);
        if (Kinds.is(boxed, Number.class)) return Kinds.is(came, Number.class);
        if (ClassHelper.isStringType(boxed)) return Kinds.is(came, CharSequence.class);
        return Kinds.is(came, boxed.getTypeClass());
    }

    private String example(Method method) {
        Word word = method.getAnnotation(Word.class);
        if (word != null) return word.value();
        String wanted = method.getParameterCount() == 0 ? "" : sample(wanted(method, 0));
        return method.getName() + "(" + wanted + ")";
    }

    private static String sample(ClassNode wanted) {
        if (Kinds.is(wanted, Duration.class)) return "300.millis";
        if (Kinds.is(wanted, Share.class)) return "1.percent";
        if (Kinds.is(wanted, Number.class)) return "100";
        if (Kinds.is(wanted, CharSequence.class)) return "'…'";
        return "…";
    }

    private List<Method> methods(String word) {
        return callable().filter(method -> method.getName().equals(word)).toList();
    }

    private java.util.stream.Stream<Method> callable() {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !Vocabulary.speaks(type) || method.isAnnotationPresent(Word.class))
                .filter(AllowList::describes);
    }
}
