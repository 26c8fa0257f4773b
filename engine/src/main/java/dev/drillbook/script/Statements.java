package dev.drillbook.script;

import dev.drillbook.runbook.Input;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.syntax.Types;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/** Looks at the checked statements for what Groovy accepts and a runbook does not: half sentences and idle values. */
final class Statements extends CodeVisitorSupport {
    private final Grammar grammar;
    private final Map<String, VariableExpression> unused = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    Statements(Grammar grammar) {
        this.grammar = grammar;
    }

    /** Tells of every value that nothing refers to. @param excused names that a mistake elsewhere would have used */
    void tellUnused(Predicate<String> excused) {
        unused.forEach((name, variable) -> {
            if (!excused.test(name)) grammar.tell(variable, nobodyUses(variable));
        });
    }

    private static String nobodyUses(VariableExpression variable) {
        String name = variable.getName();
        return variable.getAccessedVariable() == variable
                ? "nobody uses '" + name + "': use it, or delete def " + name + " ="
                : "nobody uses '" + name + "' after this: use it, or delete the assignment";
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        Expression said = statement.getExpression();
        Expression changed = Syntax.changed(said);
        if (changed == null) {
            super.visitExpressionStatement(statement);
            checkSaid(said);
        } else if (said instanceof BinaryExpression assignment) {
            assign(changed, assignment.getRightExpression());
            checkFinished(assignment.getRightExpression());
        } else noteValue(changed, said);
    }

    private void assign(Expression changed, Expression value) {
        value.visit(this);
        noteValue(changed, value);
    }

    /** Only reading is a use: what writes to a variable gives it a value that is still to be read. */
    private void noteValue(Expression changed, Expression value) {
        ClassNode type = grammar.typeOf(value);
        if (!(changed instanceof VariableExpression variable) || isGroovysOwn(variable)) changed.visit(this);
        else if (grammar.isMistaken(type) || declares(type) || Kinds.is(type, Unfinished.class))
            unused.remove(variable.getName());
        else unused.put(variable.getName(), variable);
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

    /** An input and a milestone say something by being there, whether or not another sentence refers to them. */
    private static boolean declares(ClassNode type) {
        return Kinds.is(type, Input.class) || Kinds.is(type, Sentences.Handle.class);
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        read(variable);
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
        if (operation.getOperation().getType() == Types.EQUAL) {
            assign(operation.getLeftExpression(), operation.getRightExpression());
            return;
        }
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

    /** What was refused is told already: no word about what it was said to, nor about its block. */
    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        MethodNode target = call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
        boolean refused = Grammar.isStandIn(target);
        if (!refused) call.getObjectExpression().visit(this);
        else markUsed(call.getObjectExpression());
        for (Expression argument : Grammar.arguments(call))
            if (refused && argument instanceof ClosureExpression) markUsed(argument);
            else argument.visit(this);
    }

    private void markUsed(Expression expression) {
        expression.visit(new CodeVisitorSupport() {
            @Override
            public void visitVariableExpression(VariableExpression variable) {
                read(variable);
            }
        });
    }

    private void read(VariableExpression variable) {
        unused.remove(variable.getName());
        read.add(variable.getName());
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        repeat(() -> super.visitForLoop(loop));
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        repeat(() -> super.visitWhileLoop(loop));
    }

    /** What a loop reads above the place where it is set, the next turn reads. */
    private void repeat(Runnable loop) {
        Set<String> before = Set.copyOf(read);
        read.clear();
        loop.run();
        unused.keySet().removeAll(read);
        read.addAll(before);
    }
}
