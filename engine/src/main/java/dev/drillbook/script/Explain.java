package dev.drillbook.script;

import dev.drillbook.runbook.Fault;
import dev.drillbook.runbook.Nearest;
import dev.drillbook.runbook.Share;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;

/** Says why a call is not right, and what would be. */
final class Explain {
    private final ClassNode receiver;
    private final Class<?> type;
    private final Vocabulary.Home home;

    /**
     * @param receiver what the word was said to
     * @param type its class
     * @param home in which block
     */
    Explain(ClassNode receiver, Class<?> type, Vocabulary.Home home) {
        this.receiver = receiver;
        this.type = type;
        this.home = home;
    }

    /** Whether there is such a word here at all: then its arguments are wrong. */
    boolean knows(String word) {
        return !methods(word).isEmpty();
    }

    /** Whether no method takes these, what is between the angle brackets included. */
    boolean misfits(String word, ClassNode[] types) {
        List<Wanted> candidates = methods(word);
        return candidates.stream().anyMatch(Wanted::isChosenTooSoon)
                && candidates.stream().noneMatch(candidate -> candidate.misfit(types) < 0);
    }

    /** A word that nothing follows. */
    String stopsAfter(String word) {
        return knows(word)
                ? "unfinished sentence: write " + methods(word).get(0).example()
                : unknown(word);
    }

    String unknown(String word) {
        if (!Vocabulary.speaks(type)) return noSuchMethod(word);
        Collection<String> here = Vocabulary.wordsOf(type).keySet();
        Optional<Vocabulary.Home> right = Vocabulary.homeOf(word);
        if (right.isPresent()) return misplaced(word, right.get());
        Optional<String> near = Nearest.to(word, here);
        if (near.isPresent()) return "no word '" + word + "' here; did you mean '" + near.get() + "'?";
        return "no word '" + word + "' here: write one of " + String.join(", ", here);
    }

    private String misplaced(String word, Vocabulary.Home right) {
        Optional<String> sameHome = Vocabulary.exampleIn(home, word);
        if (sameHome.isPresent()) return "'" + word + "' does not fit here: write " + sameHome.get();
        return "'" + word + "' belongs " + right.inWords + ": write " + Vocabulary.example(word) + " there";
    }

    private String noSuchMethod(String word) {
        List<String> names = callable().map(Method::getName).distinct().toList();
        return Kinds.of(ClassHelper.make(type)) + " has no '" + word + "'" + Nearest.hint(word, names, "delete it");
    }

    String wrongArguments(String word, List<Expression> arguments, ClassNode[] types) {
        List<Wanted> candidates = methods(word);
        Wanted likely = candidates.stream()
                .filter(candidate -> candidate.takes(types.length))
                .findFirst()
                .orElse(candidates.get(0));
        int wrong = likely.takes(types.length) ? likely.misfit(types) : -1;
        if (wrong < 0) return word + " is not said like this: write " + likely.example();
        ClassNode wanted = likely.type(wrong);
        return word + " wants " + Kinds.of(wanted) + but(arguments.get(wrong), types[wrong], wanted, likely.example());
    }

    private static String but(Expression argument, ClassNode came, ClassNode wanted, String example) {
        if (Kinds.is(came, Number.class) && argument instanceof ConstantExpression) {
            String number = argument.getText();
            if (Kinds.is(wanted, Duration.class))
                return ", and " + number + " has no unit: write " + number + ".seconds";
            if (Kinds.is(wanted, Share.class)) return ", and " + number + " has no unit: write " + number + ".percent";
        }
        if (Kinds.is(wanted, Fault.class) && !came.getMethods("undoneBy").isEmpty())
            return ", and this has no undo: end it with .undoneBy(…), what puts it back";
        return ", not " + Kinds.of(came) + ": write " + example;
    }

    private List<Wanted> methods(String word) {
        return callable()
                .filter(method -> method.getName().equals(word))
                .map(method -> new Wanted(method, receiver))
                .toList();
    }

    private Stream<Method> callable() {
        return Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !Vocabulary.speaks(type) || method.isAnnotationPresent(Word.class))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(AllowList::describes);
    }
}
