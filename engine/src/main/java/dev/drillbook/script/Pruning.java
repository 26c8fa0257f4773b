package dev.drillbook.script;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * Leaves out the statements that are known to be mistaken, and those that need what they define, so that another attempt
 * finds the mistakes that they hid.
 */
final class Pruning {
    private final List<Mistake> known;
    private final Set<String> words = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> missing = new HashSet<>();

    Pruning(List<Mistake> known) {
        this.known = List.copyOf(known);
    }

    /** Whether a statement with this word was left out: what it would have said is unknown. */
    boolean leftOut(String word) {
        return words.contains(word);
    }

    /** Whether a statement that was left out mentions this variable. */
    boolean mentions(String name) {
        return names.contains(name);
    }

    void prune(BlockStatement block) {
        block.getStatements().removeIf(this::leaveOut);
    }

    private boolean leaveOut(Statement statement) {
        Contents contents = new Contents(statement);
        boolean mistaken = known.stream().anyMatch(mistake -> contains(statement, mistake))
                || contents.names.stream().anyMatch(missing::contains);
        if (!mistaken) return false;
        if (contents.block != null && !mistakenOutside(statement, contents.block)) {
            prune((BlockStatement) contents.block.getCode());
            return false;
        }
        words.addAll(contents.words);
        names.addAll(contents.names);
        missing.addAll(contents.defined);
        return true;
    }

    private boolean mistakenOutside(Statement statement, ClosureExpression block) {
        return known.stream().anyMatch(mistake -> contains(statement, mistake) && !contains(block, mistake));
    }

    private static boolean contains(ASTNode node, Mistake mistake) {
        boolean begun = mistake.line() > node.getLineNumber()
                || mistake.line() == node.getLineNumber() && mistake.column() >= node.getColumnNumber();
        boolean over = mistake.line() > node.getLastLineNumber()
                || mistake.line() == node.getLastLineNumber() && mistake.column() >= node.getLastColumnNumber();
        return begun && !over;
    }

    /** What a statement says, names and defines. */
    private static final class Contents extends CodeVisitorSupport {
        final Set<String> words = new HashSet<>();
        final Set<String> names = new HashSet<>();
        final Set<String> defined = new HashSet<>();
        ClosureExpression block;

        Contents(Statement statement) {
            statement.visit(this);
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            words.add(call.getMethodAsString());
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
            block = closure;
            super.visitClosureExpression(closure);
        }
    }
}
