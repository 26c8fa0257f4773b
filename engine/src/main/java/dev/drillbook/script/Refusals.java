package dev.drillbook.script;

import groovy.transform.CompileStatic;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * The first that sees a parsed runbook, before any annotation, import or class in it can have an effect. When it refuses
 * anything, the compiler stops there; a text that goes on holds nothing but what {@link Syntax} allows.
 */
final class Refusals extends CompilationCustomizer {
    private final Mistakes mistakes;
    private final Pruning pruning;
    private final List<ASTNode> refusedParts = new ArrayList<>();
    private Outline outline;

    Refusals(Mistakes mistakes, Pruning pruning) {
        super(CompilePhase.CONVERSION);
        this.mistakes = mistakes;
        this.pruning = pruning;
    }

    /** The parts of the text, or null when it could not be parsed. */
    Outline outline() {
        return outline;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        Syntax syntax = new Syntax(source, mistakes);
        ModuleNode module = source.getAST();
        if (type.isScriptBody()) check(type, module, syntax);
        else if (type.getOuterClass() == null)
            refuse(type, kind(type), "write the sentences one below the other", syntax);
        outline = Outline.of(module.getStatementBlock(), refusedParts);
        if (syntax.refused()) source.getErrorCollector().addErrorAndContinue(new Stop(source));
    }

    private void check(ClassNode type, ModuleNode module, Syntax syntax) {
        module.putNodeMetaData(Pruning.class, pruning);
        if (module.hasPackage()) refuse(module.getPackage(), "a package", "delete the line", syntax);
        List<ImportNode> imports = new ArrayList<>(module.getImports());
        imports.addAll(module.getStarImports());
        imports.addAll(module.getStaticImports().values());
        imports.addAll(module.getStaticStarImports().values());
        for (ImportNode line : imports) refuse(line, syntax);
        for (MethodNode method : module.getMethods())
            refuse(method, "a method", "write the sentences one below the other", syntax);
        outline = Outline.of(module.getStatementBlock(), refusedParts);
        syntax.visitBlockStatement(module.getStatementBlock());
        makeSpeak(type);
    }

    private void refuse(ImportNode line, Syntax syntax) {
        syntax.visitAnnotations(line);
        syntax.refuse(keyword(line), "an import", "delete the line; words, nouns and types are there already");
        refusedParts.add(line);
    }

    /** To Groovy an import begins with what is annotated to it, which mostly stands on a line of its own. */
    private static ASTNode keyword(ImportNode line) {
        if (line.getAnnotations().isEmpty()) return line;
        ASTNode last = line.getAnnotations().get(line.getAnnotations().size() - 1);
        boolean isBelow = line.getLastLineNumber() > last.getLastLineNumber();
        ASTNode keyword = new ASTNode();
        keyword.setLineNumber(line.getLastLineNumber());
        keyword.setColumnNumber(isBelow ? 1 : last.getLastColumnNumber() + 1);
        return keyword;
    }

    private void refuse(ASTNode part, String what, String instead, Syntax syntax) {
        syntax.refuse(part, what, instead);
        refusedParts.add(part);
    }

    private static String kind(ClassNode type) {
        return type.isEnum() ? "an enum" : type.isInterface() ? "an interface" : "a class or trait";
    }

    /** Gives the runbook its words and its checks, and nothing of what Groovy gives to every script. */
    private static void makeSpeak(ClassNode type) {
        type.setSuperClass(ClassHelper.make(Words.class));
        type.getDeclaredConstructors().removeIf(made -> made.getParameters().length > 0);
        List.copyOf(type.getDeclaredMethods("main")).forEach(type::removeMethod);
        withoutAnnotations(type);
        type.getDeclaredConstructors().forEach(Refusals::withoutAnnotations);
        type.getDeclaredMethods("run").forEach(Refusals::withoutAnnotations);
        AnnotationNode checked = new AnnotationNode(ClassHelper.make(CompileStatic.class));
        checked.setMember("extensions", new ConstantExpression(Grammar.class.getName()));
        type.addAnnotation(checked);
    }

    private static void withoutAnnotations(AnnotatedNode made) {
        if (!made.getAnnotations().isEmpty()) made.getAnnotations().clear();
    }
}
