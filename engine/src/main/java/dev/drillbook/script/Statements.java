package dev.drillbook.script;

import dev.drillbook.runbook.Input;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.syntax.Types;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/** Looks at the checked statements for what Groovy accepts and a runbook does not: half sentences and idle values. */
final class Statements extends CodeVisitorSupport {
    private final Grammar grammar;
    private final Map<String, VariableExpression> unused = new LinkedHashMap<>();

    Statements(Grammar grammar) {
        this.grammar = grammar;
    }

    /** Tells of every handle that nothing refers to. @param excused names that a mistake elsewhere would have used */
    void tellUnused(Predicate<String> excused) {
        unused.forEach((name, variable) -> {
            if (!excused.test(name))
                grammar.tell(variable, "nobody uses '" + name + "': use it, or delete def " + name + " =");
        });
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        super.visitExpressionStatement(statement);
        Expression said = statement.getExpression();
        if (said instanceof BinaryExpression assignment
                && assignment.getOperation().isA(Types.ASSIGNMENT_OPERATOR))
            checkFinished(assignment.getRightExpression());
        else if (!(said instanceof PostfixExpression) && !(said instanceof PrefixExpression)) checkSaid(said);
    }

    private void checkSaid(Expression said) {
        ClassNode type = grammar.typeOf(said);
        if (ClassHelper.isPrimitiveVoid(type) || grammar.isMistaken(type)) return;
        if (Kinds.is(type, Unfinished.class)) checkFinished(said);
        else if (!Kinds.is(type, Sentences.Handle.class) && !Kinds.is(type, Sentences.Applied.class))
            grammar.tell(said, "nobody uses this value, " + Kinds.of(type) + ": give it to a word, or delete it");
    }

    private void checkFinished(Expression said) {
        if (Kinds.is(grammar.typeOf(said), Unfinished.class) && said instanceof MethodCallExpression call)
            grammar.tell(said, "unfinished sentence: write " + exampleOf(call));
    }

    private static String exampleOf(MethodCallExpression call) {
        MethodNode word = call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
        return word.getAnnotations(ClassHelper.make(Word.class))
                .get(0)
                .getMember("value")
                .getText();
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression definition) {
        definition.getRightExpression().visit(this);
        ClassNode type = grammar.typeOf(definition.getRightExpression());
        if (definition.getLeftExpression() instanceof VariableExpression variable
                && !grammar.isMistaken(type)
                && !declares(type)) unused.put(variable.getName(), variable);
    }

    /** An input and a milestone say something by being there, whether or not another sentence refers to them. */
    private static boolean declares(ClassNode type) {
        return Kinds.is(type, Input.class) || Kinds.is(type, Sentences.Handle.class);
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        unused.remove(variable.getName());
        if (isGroovysOwn(variable) && !grammar.isMistaken(grammar.typeOf(variable)))
            grammar.tell(variable, "'" + variable.getName() + "' is Groovy's own: a runbook only describes a drill");
    }

    /** Whether it is neither a handle nor a word: {@code metaClass}, {@code owner} and their like. */
    static boolean isGroovysOwn(Expression expression) {
        return expression instanceof VariableExpression variable
                && !(variable.getAccessedVariable() instanceof VariableExpression)
                && !(variable.getAccessedVariable() instanceof Parameter)
                && variable.getLineNumber() > 0
                && !variable.getName().equals("traffic");
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        super.visitPropertyExpression(property);
        ClassNode owner = grammar.typeOf(property.getObjectExpression());
        if (grammar.isMistaken(owner) || grammar.isMistaken(grammar.typeOf(property))) return;
        if (grammar.statementsTellOf(property.getObjectExpression())) return;
        if (!grammar.isKnown(property))
            grammar.tell(property.getProperty(), Grammar.noProperty(owner, property.getPropertyAsString()));
    }

    @Override
    public void visitBinaryExpression(BinaryExpression operation) {
        super.visitBinaryExpression(operation);
        if (operation.getOperation().getType() != Types.LEFT_SQUARE_BRACKET) return;
        Expression index = operation.getRightExpression();
        ClassNode of = grammar.typeOf(operation.getLeftExpression());
        if (grammar.isMistaken(of) || grammar.isMistaken(grammar.typeOf(index))) return;
        if (!AllowList.isPlaceOrKey(of, grammar.typeOf(index)))
            grammar.tell(
                    index,
                    "no [" + index.getText()
                            + "] here: delete it; only lists and texts have places, by number, and maps"
                            + " have keys");
    }

    /** What was refused is told already: no word about what it was said to. */
    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        MethodNode target = call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
        if (!Grammar.isStandIn(target)) call.getObjectExpression().visit(this);
        else markUsed(call.getObjectExpression());
        call.getArguments().visit(this);
    }

    private void markUsed(Expression expression) {
        expression.visit(new CodeVisitorSupport() {
            @Override
            public void visitVariableExpression(VariableExpression variable) {
                unused.remove(variable.getName());
            }
        });
    }
}
