package dev.drillbook.script;

import dev.drillbook.runbook.Nearest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** The names that the sentences of a runbook may use, and those that they do use. */
final class Names extends CodeVisitorSupport {
    private final Set<String> defined = new HashSet<>();
    private final Set<String> given = new HashSet<>(Set.of("traffic"));
    private final Set<String> used = new HashSet<>();

    void addNoun(String name) {
        given.add(name);
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression definition) {
        defined.add(definition.getLeftExpression().getText());
        definition.getRightExpression().visit(this);
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        used.add(variable.getName());
    }

    /** Whether there is a {@code def} of it, above or below. */
    boolean isDefined(String name) {
        return defined.contains(name);
    }

    /** Whether it is right: given, or a definition that some sentence uses by this name. */
    boolean isInUse(String name) {
        return given.contains(name) || used.contains(name);
    }

    /** What a wrong name most likely means. */
    Optional<String> nearest(String wrong) {
        Set<String> all = new HashSet<>(defined);
        all.addAll(given);
        return Nearest.to(wrong, all);
    }
}
