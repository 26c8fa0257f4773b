package dev.drillbook.script;

import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;

/** Checks the names that follow a text, such as {@code kind: 'detect'}, against what the word declares. */
final class NamedTexts {
    private NamedTexts() {}

    static void check(MethodCallExpression call, MethodNode target, Grammar grammar) {
        List<String> names = declared(target);
        if (names.isEmpty()) return;
        for (Expression argument : Grammar.arguments(call))
            if (argument instanceof MapExpression map)
                map.getMapEntryExpressions().forEach(entry -> check(entry, names, grammar));
    }

    private static void check(MapEntryExpression entry, List<String> names, Grammar grammar) {
        String name = entry.getKeyExpression().getText();
        Expression value = entry.getValueExpression();
        if (!names.contains(name))
            grammar.tell(entry.getKeyExpression(), "no '" + name + ":' here; did you mean '" + names.get(0) + ":'?");
        else if (!Kinds.is(grammar.typeOf(value), CharSequence.class) && !grammar.isMistaken(grammar.typeOf(value)))
            grammar.tell(
                    value,
                    name + ": wants a text, not " + Kinds.of(grammar.typeOf(value)) + ": write " + name + ": '…'");
    }

    /** What stands before a colon and is no plain text, if there is such a thing. */
    static Optional<Expression> noName(MethodCallExpression call, Grammar grammar) {
        return Grammar.arguments(call).stream()
                .filter(MapExpression.class::isInstance)
                .flatMap(map -> ((MapExpression) map).getMapEntryExpressions().stream())
                .map(MapEntryExpression::getKeyExpression)
                .filter(key -> !ClassHelper.isStringType(grammar.typeOf(key)))
                .findFirst();
    }

    private static List<String> declared(MethodNode target) {
        for (AnnotationNode word : target.getAnnotations(ClassHelper.make(Word.class))) {
            Expression named = word.getMember("named");
            if (named instanceof ListExpression list)
                return list.getExpressions().stream().map(Expression::getText).toList();
            if (named != null) return List.of(named.getText());
        }
        return List.of();
    }
}
