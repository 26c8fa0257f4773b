package dev.drillbook.script;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.LoopingStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.SwitchStatement;
import org.codehaus.groovy.ast.stmt.SynchronizedStatement;
import org.codehaus.groovy.ast.stmt.ThrowStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.ast.tools.GeneralUtils;
import org.codehaus.groovy.control.SourceUnit;

/** Refuses statements that a description does not need, and every annotation; what is in them is not looked at. Loops get
 * a {@link Pulse}. */
abstract class StatementSyntax extends ClassCodeExpressionTransformer {
    private final SourceUnit source;
    private final Mistakes mistakes;
    private boolean refused;

    StatementSyntax(SourceUnit source, Mistakes mistakes) {
        this.source = source;
        this.mistakes = mistakes;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }

    void refuse(ASTNode node, String what, String instead) {
        refused = true;
        mistakes.at(node.getLineNumber(), node.getColumnNumber(), what + " has no place in a runbook: " + instead);
    }

    /** Whether anything was refused. */
    boolean refused() {
        return refused;
    }

    @Override
    public void visitAnnotations(AnnotatedNode node) {
        for (AnnotationNode annotation : node.getAnnotations())
            refuse(annotation, "@" + annotation.getClassNode().getNameWithoutPackage(), "delete the annotation");
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        for (Parameter variable : new Parameter[] {loop.getValueVariable(), loop.getIndexVariable()})
            if (variable != null) checkUntyped(variable);
        if (loop.getCollectionExpression() instanceof ClosureListExpression)
            refuse(loop, "for (;;)", "write for (x in 1..3)");
        else super.visitForLoop(loop);
        loop.setLoopBlock(withPulse(loop));
    }

    private void checkUntyped(Parameter variable) {
        visitAnnotations(variable);
        String name = variable.getName();
        if (!variable.isDynamicTyped())
            refuse(variable, "a type before '" + name + "'", "write for (" + name + " in 1..3)");
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        super.visitWhileLoop(loop);
        loop.setLoopBlock(withPulse(loop));
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement statement) {
        refuse(statement, "do", "write for (x in 1..3)");
    }

    private static Statement withPulse(LoopingStatement loop) {
        MethodCallExpression beat = GeneralUtils.callX(GeneralUtils.classX(ClassHelper.make(Pulse.class)), "beat");
        beat.setImplicitThis(false);
        beat.setSourcePosition(loop.getLoopBlock());
        Statement pulse = GeneralUtils.stmt(beat);
        pulse.setSourcePosition(loop.getLoopBlock());
        return GeneralUtils.block(pulse, loop.getLoopBlock());
    }

    @Override
    public void visitTryCatchFinally(TryCatchStatement statement) {
        refuse(statement, "try", "take out what may fail");
    }

    @Override
    public void visitThrowStatement(ThrowStatement statement) {
        refuse(statement, "throw", "delete it");
    }

    @Override
    public void visitSwitch(SwitchStatement statement) {
        refuse(statement, "switch", "write if and else");
    }

    @Override
    public void visitSynchronizedStatement(SynchronizedStatement statement) {
        refuse(statement, "synchronized", "delete it");
    }

    @Override
    public void visitReturnStatement(ReturnStatement statement) {
        if (statement.getLineNumber() > 0) refuse(statement, "return", "delete it");
    }

    @Override
    public void visitAssertStatement(AssertStatement statement) {
        refuse(statement, "assert", "write steadyState");
    }
}
