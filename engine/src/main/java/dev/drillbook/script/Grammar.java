package dev.drillbook.script;

import dev.drillbook.runbook.Nearest;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/** What the type checker asks when something does not fit: tells the mistake, and lets nothing follow from it. */
public final class Grammar extends AbstractTypeCheckingExtension {
    /** The type of whatever is mistaken already. */
    static final ClassNode MISTAKEN = ClassHelper.make(Mistaken.class);

    private final Names names = new Names();
    private AllowList allowed;

    /** Public, or Groovy would take a value of it in the runbook's class for an Object. */
    public interface Mistaken {}

    /** Found and made by Groovy, by this class's name. */
    public Grammar(StaticTypeCheckingVisitor visitor) {
        super(visitor);
    }

    @Override
    public void setup() {
        Set<ClassNode> imported = new HashSet<>();
        for (ImportNode line : context.getSource().getAST().getImports()) {
            names.addNoun(line.getAlias());
            if (!isJavas(line.getType())) imported.add(line.getType());
        }
        allowed = new AllowList(imported);
    }

    /** {@code Path} and {@code URI} are types of inputs: their own methods reach the disk and the network. */
    private static boolean isJavas(ClassNode type) {
        return type.getName().startsWith("java.");
    }

    void tell(ASTNode node, String message) {
        if (getEnclosingMethodCalls().stream().anyMatch(Grammar::isRefused)) return;
        context.getErrorCollector()
                .addErrorAndContinue(new SyntaxErrorMessage(new Told(message, node), context.getSource()));
    }

    /** One of our own messages, to be shown as it is. */
    static final class Told extends org.codehaus.groovy.syntax.SyntaxException {
        Told(String message, ASTNode node) {
            super(message, node.getLineNumber(), node.getColumnNumber());
        }
    }

    @Override
    public boolean beforeVisitMethod(MethodNode method) {
        if (method.getCode() != null) method.getCode().visit(names);
        return false;
    }

    @Override
    public void afterVisitMethod(MethodNode method) {
        if (!method.getName().equals("run") || method.getCode() == null) return;
        Statements statements = new Statements(this);
        method.getCode().visit(statements);
        statements.tellUnused(pruning()::mentions);
    }

    private Pruning pruning() {
        return context.getSource().getAST().getNodeMetaData(Pruning.class);
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        storeType(variable, MISTAKEN);
        String name = variable.getName();
        if (names.isDefined(name)) tellOnce(variable, "'" + name + "' is defined further down: move its line up");
        else if (Vocabulary.homeOf(name).isPresent() && !isArgument(variable))
            tell(variable, "unfinished sentence: write " + Vocabulary.example(name));
        else tellUnknown(variable, name);
        return true;
    }

    private boolean isArgument(VariableExpression variable) {
        return getEnclosingMethodCall() instanceof MethodCallExpression said
                && arguments(said).contains(variable);
    }

    /** Where its definition is misspelt or missing, it is that which is mistaken; else this use of it. */
    private void tellUnknown(VariableExpression variable, String name) {
        Optional<String> near = names.nearest(name);
        near.ifPresent(pruning()::meant);
        String told = "nothing is called '" + name + "'"
                + near.map(right -> "; did you mean '" + right + "'?").orElse(": write def " + name + " = … above");
        if (near.filter(names::isInUse).isPresent()) tell(variable, told);
        else tellOnce(variable, told);
    }

    /** What is wrong with a definition is one mistake, however often it is used. */
    private void tellOnce(VariableExpression variable, String message) {
        if (pruning().lacks(variable.getName())) tell(variable, message);
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression property) {
        ClassNode owner = getType(property.getObjectExpression());
        storeType(property, MISTAKEN);
        boolean told = isMistaken(owner) || statementsTellOf(property.getObjectExpression());
        pruning().meant(property.getPropertyAsString());
        if (!told) tell(property.getProperty(), noProperty(owner, property.getPropertyAsString()));
        return true;
    }

    /** Whether {@link Statements} tells that this value is not for runbooks. */
    boolean statementsTellOf(Expression owner) {
        if (!(owner instanceof PropertyExpression property)) return Statements.isGroovysOwn(owner);
        return !isKnown(property);
    }

    /** Whether it is a unit, a signal, or the value of a key. */
    boolean isKnown(PropertyExpression property) {
        MethodNode getter = property.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
        return getter == null
                ? Kinds.is(getType(property.getObjectExpression()), Map.class)
                : AllowList.isUnitOrSignal(getter);
    }

    static String noProperty(ClassNode owner, String name) {
        if (ClassHelper.isPrimitiveVoid(owner)) return "a comma is missing before '" + name + "'";
        if (Kinds.is(owner, Number.class)) {
            List<String> units = new java.util.ArrayList<>(Units.TIMES);
            units.add(Units.SHARE);
            return "no unit '" + name + "'" + Nearest.hint(name, units, "write one of " + String.join(", ", units));
        }
        if (Kinds.is(owner, Traffic.class))
            return "no signal 'traffic." + name + "'"
                    + Nearest.to(name, Traffic.SIGNALS)
                            .map(near -> "; did you mean 'traffic." + near + "'?")
                            .orElse(": write one of " + String.join(", ", Traffic.SIGNALS));
        Optional<Vocabulary.Home> home = Vocabulary.homeOf(owner);
        if (home.isPresent()) return new Explain(owner, owner.getTypeClass(), home.get()).stopsAfter(name);
        return "no '." + name + "' here: delete it; only numbers have units and traffic has signals";
    }

    @Override
    public List<MethodNode> handleMissingMethod(
            ClassNode receiver, String name, ArgumentListExpression list, ClassNode[] types, MethodCall call) {
        if (!isMistaken(receiver)) explain(receiver, name, list, types, call);
        return List.of(standIn(name, types.length));
    }

    private void explain(
            ClassNode receiver, String name, ArgumentListExpression list, ClassNode[] types, MethodCall call) {
        Explain explain = new Explain(receiver, javaType(receiver, call), home());
        if (!explain.knows(name)) tell(place(call), explain.unknown(name));
        else if (Arrays.stream(types).noneMatch(this::isMistaken))
            tell(place(call), explain.wrongArguments(name, list.getExpressions(), types));
    }

    private Class<?> javaType(ClassNode receiver, MethodCall call) {
        if (call instanceof MethodCallExpression said && said.isImplicitThis()) return home().beginnings;
        if (receiver.equals(ClassHelper.CLASS_Type) && receiver.getGenericsTypes() != null)
            return receiver.getGenericsTypes()[0].getType().getTypeClass();
        return ClassHelper.getWrapper(receiver).redirect().getTypeClass();
    }

    /** The block that is being checked. */
    private Vocabulary.Home home() {
        return getEnclosingMethodCalls().stream()
                .filter(call -> call instanceof MethodCallExpression said && said.isImplicitThis())
                .map(call -> Vocabulary.Home.ofBlock(((MethodCallExpression) call).getMethodAsString()))
                .filter(home -> home != Vocabulary.Home.TOP_LEVEL)
                .findFirst()
                .orElse(Vocabulary.Home.TOP_LEVEL);
    }

    private static MethodNode standIn(String name, int arguments) {
        Parameter[] any = new Parameter[arguments];
        for (int i = 0; i < arguments; i++) any[i] = new Parameter(ClassHelper.dynamicType(), "any" + i);
        MethodNode method =
                new MethodNode(name, Modifier.PUBLIC, MISTAKEN, any, ClassNode.EMPTY_ARRAY, EmptyStatement.INSTANCE);
        method.setDeclaringClass(MISTAKEN);
        return method;
    }

    static boolean isStandIn(MethodNode method) {
        return method != null && method.getDeclaringClass() == MISTAKEN;
    }

    /** Whether a call is told to be mistaken, and so what its block would mean is unknown. */
    private static boolean isRefused(Object call) {
        return call instanceof MethodCallExpression said
                && isStandIn(said.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET));
    }

    boolean isMistaken(ClassNode type) {
        return type != null && MISTAKEN.equals(type);
    }

    ClassNode typeOf(Expression expression) {
        return getType(expression);
    }

    @Override
    public void onMethodSelection(Expression expression, MethodNode target) {
        if (isStandIn(target)) return;
        if (allowed.allows(target)) {
            if (expression instanceof MethodCallExpression call) checkArguments(call, target);
            return;
        }
        if (expression instanceof PropertyExpression) return; // Statements looks at all properties
        String owner = target.getDeclaringClass().getNameWithoutPackage();
        if (!(expression instanceof MethodCallExpression call) || !isMistaken(getType(call.getObjectExpression())))
            tell(
                    place(expression),
                    "a runbook may not call " + owner + "." + target.getName() + ": it only describes a drill");
        replace(expression, target);
    }

    /** Groovy infers the type of a call with a block anew. */
    @Override
    public void afterMethodCall(MethodCall call) {
        if (isRefused(call)) storeType((Expression) call, MISTAKEN);
    }

    /** Groovy does not look into {@code Signal<Share>} and its like before it has chosen a method. */
    private void checkArguments(MethodCallExpression call, MethodNode target) {
        NamedTexts.check(call, target, this);
        List<Expression> arguments = getArguments(call).getExpressions();
        ClassNode[] types = arguments.stream().map(this::getType).toArray(ClassNode[]::new);
        ClassNode receiver = getType(call.getObjectExpression());
        Explain explain = new Explain(receiver, javaType(receiver, call), home());
        if (Arrays.stream(types).anyMatch(this::isMistaken)) {
            replace(call, target);
            return;
        }
        if (explain.misfits(target.getName(), types)) {
            tell(place(call), explain.wrongArguments(target.getName(), arguments, types));
            replace(call, target);
            return;
        }
        NamedTexts.noName(call, this).ifPresent(key -> {
            if (!isMistaken(getType(key)))
                tell(place(call), target.getName() + " wants a plain text before each ':': write one in quotes");
            replace(call, target);
        });
    }

    private void replace(Expression expression, MethodNode target) {
        expression.putNodeMetaData(
                StaticTypesMarker.DIRECT_METHOD_CALL_TARGET, standIn(target.getName(), target.getParameters().length));
        storeType(expression, MISTAKEN);
    }

    private static ASTNode place(Object call) {
        if (call instanceof MethodCallExpression said && said.getMethod().getLineNumber() > 0) return said.getMethod();
        if (call instanceof PropertyExpression property) return property.getProperty();
        return (ASTNode) call;
    }

    /** Kept for the named arguments of a call. */
    static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple ? tuple.getExpressions() : List.of();
    }
}
