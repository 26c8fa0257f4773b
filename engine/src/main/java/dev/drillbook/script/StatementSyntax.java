package dev.drillbook.script;

import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.SwitchStatement;
import org.codehaus.groovy.ast.stmt.SynchronizedStatement;
import org.codehaus.groovy.ast.stmt.ThrowStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.ast.tools.GeneralUtils;
import org.codehaus.groovy.control.SourceUnit;

/** Refuses statements that a description does not need, and every annotation. Loops get a {@link Pulse}. */
abstract class StatementSyntax extends ClassCodeExpressionTransformer {
    /** Stands where something was refused; {@link Grammar} does not complain about it again. */
    static final String REFUSED = "what was refused";

    private final SourceUnit source;
    private final Mistakes mistakes;
    private boolean muted;

    StatementSyntax(SourceUnit source, Mistakes mistakes) {
        this.source = source;
        this.mistakes = mistakes;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }

    void refuse(ASTNode node, String what, String instead) {
        if (muted) return;
        mistakes.at(node.getLineNumber(), node.getColumnNumber(), what + " has no place in a runbook: " + instead);
    }

    /** One mistake, one line: what is inside a refused statement is still taken out, but not told. */
    private void refuse(Statement statement, String what, String instead, Runnable goOn) {
        refuse(statement, what, instead);
        boolean before = muted;
        muted = true;
        goOn.run();
        muted = before;
    }

    static Expression standInFor(Expression expression) {
        VariableExpression standIn = new VariableExpression(REFUSED);
        standIn.setSourcePosition(expression);
        return standIn;
    }

    @Override
    public void visitAnnotations(AnnotatedNode node) {
        for (AnnotationNode annotation : List.copyOf(node.getAnnotations()))
            refuse(annotation, "@" + annotation.getClassNode().getNameWithoutPackage(), "delete the annotation");
        if (!node.getAnnotations().isEmpty()) node.getAnnotations().clear();
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        if (loop.getCollectionExpression() instanceof ClosureListExpression) {
            refuse(loop, "for (;;)", "write for (x in 1..3)");
            loop.setCollectionExpression(standInFor(loop.getCollectionExpression()));
        }
        for (Parameter variable : new Parameter[] {loop.getValueVariable(), loop.getIndexVariable()})
            if (variable != null) untyped(variable);
        super.visitForLoop(loop);
        loop.setLoopBlock(withPulse(loop.getLoopBlock()));
    }

    private void untyped(Parameter variable) {
        visitAnnotations(variable);
        if (variable.isDynamicTyped()) return;
        refuse(
                variable,
                "a type before '" + variable.getName() + "'",
                "write for (" + variable.getName() + " in 1..3)");
        variable.setType(ClassHelper.dynamicType());
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        super.visitWhileLoop(loop);
        loop.setLoopBlock(withPulse(loop.getLoopBlock()));
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
        super.visitDoWhileLoop(loop);
        loop.setLoopBlock(withPulse(loop.getLoopBlock()));
    }

    private static Statement withPulse(Statement body) {
        Expression beat = GeneralUtils.callX(GeneralUtils.classX(ClassHelper.make(Pulse.class)), "beat");
        return GeneralUtils.block(GeneralUtils.stmt(beat), body);
    }

    @Override
    public void visitTryCatchFinally(TryCatchStatement statement) {
        refuse(statement, "try", "take out what may fail", () -> super.visitTryCatchFinally(statement));
    }

    @Override
    public void visitThrowStatement(ThrowStatement statement) {
        refuse(statement, "throw", "delete it", () -> super.visitThrowStatement(statement));
    }

    @Override
    public void visitSwitch(SwitchStatement statement) {
        refuse(statement, "switch", "write if and else", () -> super.visitSwitch(statement));
    }

    @Override
    public void visitSynchronizedStatement(SynchronizedStatement statement) {
        refuse(statement, "synchronized", "delete it", () -> super.visitSynchronizedStatement(statement));
    }

    @Override
    public void visitReturnStatement(ReturnStatement statement) {
        refuse(statement, "return", "delete it", () -> super.visitReturnStatement(statement));
    }

    @Override
    public void visitAssertStatement(AssertStatement statement) {
        refuse(statement, "assert", "write steadyState", () -> super.visitAssertStatement(statement));
    }
}
