package dev.drillbook.script;

import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.AttributeExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BitwiseNegationExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.MethodReferenceExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * Refuses, right after parsing, every construct that a description of a drill does not need.
 */
final class Syntax extends StatementSyntax {
    private static final Set<Class<? extends Expression>> ALLOWED = Set.of(
            ConstantExpression.class,
            GStringExpression.class,
            VariableExpression.class,
            MethodCallExpression.class,
            PropertyExpression.class,
            ClosureExpression.class,
            ArgumentListExpression.class,
            TupleExpression.class,
            NamedArgumentListExpression.class,
            MapExpression.class,
            MapEntryExpression.class,
            ListExpression.class,
            RangeExpression.class,
            DeclarationExpression.class,
            BinaryExpression.class,
            UnaryMinusExpression.class,
            UnaryPlusExpression.class,
            NotExpression.class,
            BooleanExpression.class,
            TernaryExpression.class,
            ElvisOperatorExpression.class,
            PostfixExpression.class,
            PrefixExpression.class,
            EmptyExpression.class);

    private static final Map<Class<? extends Expression>, String> NAMES = Map.of(
            ConstructorCallExpression.class, "new",
            MethodPointerExpression.class, "a method pointer (.&)",
            MethodReferenceExpression.class, "a method reference (::)",
            AttributeExpression.class, "field access (.@)",
            CastExpression.class, "a cast (as)",
            LambdaExpression.class, "a lambda (->)",
            SpreadExpression.class, "the spread operator (*)",
            ArrayExpression.class, "an array",
            BitwiseNegationExpression.class, "a pattern (~)",
            ClosureExpression.class, "a block inside a block");

    private boolean inBlock;

    Syntax(SourceUnit source, Mistakes mistakes) {
        super(source, mistakes);
    }

    @Override
    public Expression transform(Expression expression) {
        if (expression == null) return null;
        if (!isAllowed(expression)) return refused(expression);
        if (isIndexed(changed(expression))) return refusedChange(expression);
        if (expression instanceof DeclarationExpression definition) checkUntyped(definition);
        if (expression instanceof MethodCallExpression call && call.isImplicitThis())
            call.setObjectExpression(new VariableExpression("this")); // without a place: nobody wrote it
        if (inBlock && expression instanceof MethodCallExpression call && Vocabulary.isBlock(call.getMethodAsString()))
            call.setArguments(new ArgumentListExpression()); // Grammar tells that the word is misplaced
        if (!(expression instanceof ClosureExpression closure)) return super.transform(expression);
        if (inBlock) return refused(closure);
        visitClosureExpression(closure);
        return closure;
    }

    private static boolean isAllowed(Expression expression) {
        if (!ALLOWED.contains(expression.getClass())) return false;
        if (expression instanceof MethodCallExpression call)
            return !call.isSpreadSafe() && call.getMethod() instanceof ConstantExpression;
        if (expression instanceof PropertyExpression property)
            return !property.isSpreadSafe() && property.getProperty() instanceof ConstantExpression;
        if (expression instanceof DeclarationExpression definition)
            return !definition.isMultipleAssignmentDeclaration();
        return !isSelf(expression);
    }

    /** Whether it is {@code this} or {@code super}, spelt out. */
    private static boolean isSelf(Expression expression) {
        return expression instanceof VariableExpression variable
                && (variable.isThisExpression() || variable.isSuperExpression())
                && variable.getLineNumber() > 0;
    }

    /** What an assignment or {@code ++} writes to, or null. */
    static Expression changed(Expression expression) {
        if (expression instanceof PostfixExpression after) return after.getExpression();
        if (expression instanceof PrefixExpression before) return before.getExpression();
        return expression instanceof BinaryExpression operation
                        && operation.getOperation().isA(Types.ASSIGNMENT_OPERATOR)
                ? operation.getLeftExpression()
                : null;
    }

    private static boolean isIndexed(Expression expression) {
        return expression instanceof BinaryExpression operation
                && operation.getOperation().getType() == Types.LEFT_SQUARE_BRACKET;
    }

    /** Of anything but a list or a map it would set a property. */
    private Expression refusedChange(Expression expression) {
        refuse(expression, "setting what is between [ and ]", "write the value where its list or map is made");
        return expression;
    }

    private Expression refused(Expression expression) {
        if (expression instanceof DeclarationExpression)
            refuse(expression, "several names after one def", "write a def for each");
        else
            refuse(
                    expression,
                    NAMES.getOrDefault(expression.getClass(), "'" + expression.getText() + "'"),
                    "write plain words, values and nouns");
        return expression;
    }

    /** Handles are defined with {@code def}: a type before one could turn a list into a file. */
    private void checkUntyped(DeclarationExpression definition) {
        visitAnnotations(definition);
        VariableExpression variable = definition.getVariableExpression();
        String name = variable.getName();
        if (!variable.isDynamicTyped()) refuse(variable, "a type before '" + name + "'", "write def " + name);
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        if (closure.getParameters() != null)
            for (Parameter parameter : closure.getParameters()) {
                visitAnnotations(parameter);
                refuse(parameter, "a block's parameter", "write the words alone between { and }");
            }
        boolean before = inBlock;
        inBlock = true;
        closure.getCode().visit(this);
        inBlock = before;
    }
}
