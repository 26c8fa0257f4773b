package dev.drillbook.script;

import groovy.transform.CompileStatic;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.InnerClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * The first that sees a parsed runbook, before any annotation, import or class in it can have an effect: refuses them all,
 * takes them out, and hands what is left to the type checker.
 */
final class Refusals extends CompilationCustomizer {
    private final Mistakes mistakes;
    private final Pruning pruning;
    private boolean parsed;

    Refusals(Mistakes mistakes, Pruning pruning) {
        super(CompilePhase.CONVERSION);
        this.mistakes = mistakes;
        this.pruning = pruning;
    }

    /** Whether the text could be parsed at all. */
    boolean parsed() {
        return parsed;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        parsed = true;
        ModuleNode module = source.getAST();
        Syntax syntax = new Syntax(source, mistakes);
        if (!type.isScriptBody()) {
            refuseClass(type, syntax);
            module.getClasses().remove(type);
            return;
        }
        module.putNodeMetaData(Pruning.class, pruning);
        makeSpeak(type);
        refuseHeader(module, syntax);
        for (MethodNode method : List.copyOf(module.getMethods())) {
            syntax.refuse(method, "a method", "write the sentences one below the other");
            type.removeMethod(method);
        }
        MethodNode run = type.getDeclaredMethod("run", org.codehaus.groovy.ast.Parameter.EMPTY_ARRAY);
        if (run != null && run.getCode() instanceof BlockStatement block) pruning.prune(block);
        syntax.visitClass(type);
        type.addAnnotation(checked());
    }

    /** Gives the runbook its words, and nothing of what Groovy gives to every script. */
    private static void makeSpeak(ClassNode type) {
        type.setSuperClass(ClassHelper.make(Words.class));
        type.getDeclaredConstructors().removeIf(made -> made.getParameters().length > 0);
        List.copyOf(type.getDeclaredMethods("main")).forEach(type::removeMethod);
        withoutAnnotations(type);
        type.getDeclaredConstructors().forEach(Refusals::withoutAnnotations);
        type.getDeclaredMethods("run").forEach(Refusals::withoutAnnotations);
    }

    private static void withoutAnnotations(AnnotatedNode made) {
        if (!made.getAnnotations().isEmpty()) made.getAnnotations().clear();
    }

    private static void refuseClass(ClassNode type, Syntax syntax) {
        if (type instanceof InnerClassNode inner && inner.isAnonymous()) return; // its new is refused already
        String kind = type.isEnum() ? "an enum" : type.isInterface() ? "an interface" : "a class or trait";
        syntax.refuse(type, kind, "write the sentences one below the other");
    }

    private static void refuseHeader(ModuleNode module, Syntax syntax) {
        if (module.hasPackage()) {
            syntax.visitAnnotations(module.getPackage());
            syntax.refuse(module.getPackage(), "a package", "delete the line");
        }
        List<ImportNode> imports = new ArrayList<>(module.getImports());
        imports.addAll(module.getStarImports());
        imports.addAll(module.getStaticImports().values());
        imports.addAll(module.getStaticStarImports().values());
        for (ImportNode line : imports) {
            syntax.visitAnnotations(line);
            syntax.refuse(line, "an import", "delete the line; words, nouns and types are there already");
        }
        module.getImports().forEach(line -> line.setType(ClassHelper.OBJECT_TYPE));
        module.getStarImports().clear();
        module.getStaticImports().clear();
        module.getStaticStarImports().clear();
    }

    private static AnnotationNode checked() {
        AnnotationNode annotation = new AnnotationNode(ClassHelper.make(CompileStatic.class));
        annotation.setMember("extensions", new ConstantExpression(Grammar.class.getName()));
        return annotation;
    }
}
