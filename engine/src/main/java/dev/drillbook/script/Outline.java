package dev.drillbook.script;

import dev.drillbook.runbook.Mistake;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** The statements and other parts of a parsed text, in their order. */
record Outline(List<Part> parts) {
    /** From the first character to before the last; lines and columns from 1. */
    record Range(int line, int column, int lastLine, int lastColumn) {
        static Range of(ASTNode node) {
            return new Range(
                    node.getLineNumber(), node.getColumnNumber(), node.getLastLineNumber(), node.getLastColumnNumber());
        }

        boolean contains(Mistake mistake) {
            boolean begun = mistake.line() > line || mistake.line() == line && mistake.column() >= column;
            return begun && (mistake.line() < lastLine || mistake.line() == lastLine && mistake.column() < lastColumn);
        }
    }

    /**
     * A statement, or an import, class or method.
     *
     * @param words said in it
     * @param names of variables that it mentions or calls
     * @param defined names that it defines
     * @param block its block, or null
     * @param inner the parts of that block
     */
    record Part(
            Range range, Set<String> words, Set<String> names, Set<String> defined, Range block, List<Part> inner) {}

    static Outline of(BlockStatement statements, List<? extends ASTNode> others) {
        List<Part> parts = new ArrayList<>();
        for (ASTNode other : others)
            parts.add(new Part(Range.of(other), Set.of(), Set.of(), called(other), null, List.of()));
        parts.addAll(parts(statements));
        return new Outline(parts);
    }

    /** The name by which sentences call it; not a type's, for a noun may have the same. */
    private static Set<String> called(ASTNode other) {
        if (other instanceof MethodNode method) return Set.of(method.getName());
        return other instanceof ImportNode line && line.isStatic() && !line.isStar()
                ? Set.of(line.getAlias())
                : Set.of();
    }

    private static List<Part> parts(Statement code) {
        if (!(code instanceof BlockStatement block)) return List.of();
        return block.getStatements().stream().map(Outline::part).toList();
    }

    private static Part part(Statement statement) {
        Contents contents = new Contents();
        statement.visit(contents);
        ClosureExpression block = contents.block;
        return new Part(
                Range.of(statement),
                contents.words,
                contents.names,
                contents.defined,
                block == null ? null : Range.of(block),
                block == null ? List.of() : parts(block.getCode()));
    }

    private static final class Contents extends CodeVisitorSupport {
        final Set<String> words = new HashSet<>();
        final Set<String> names = new HashSet<>();
        final Set<String> defined = new HashSet<>();
        ClosureExpression block;

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            words.add(String.valueOf(call.getMethodAsString()));
            if (call.isImplicitThis()) names.add(String.valueOf(call.getMethodAsString()));
            super.visitMethodCallExpression(call);
        }

        @Override
        public void visitVariableExpression(VariableExpression variable) {
            names.add(variable.getName());
        }

        @Override
        public void visitDeclarationExpression(DeclarationExpression definition) {
            if (definition.getLeftExpression() instanceof VariableExpression variable) defined.add(variable.getName());
            super.visitDeclarationExpression(definition);
        }

        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            if (block == null) block = closure;
            super.visitClosureExpression(closure);
        }
    }
}
