package dev.drillbook.script;

import dev.drillbook.runbook.Secret;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SimpleMessage;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Compiles the text of a runbook, every time with a class loader of its own. */
final class Compiler {
    private static final String CLASS = "TheRunbook";

    private final List<Class<?>> nouns;

    Compiler(List<Class<?>> nouns) {
        this.nouns = List.copyOf(nouns);
    }

    /** What became of a text. @param outline null when a syntax error hides everything else */
    record Outcome(Compiled compiled, Outline outline) {}

    /** Compiles a text, or adds to the mistakes. @param pruning what was taken out of the text before */
    Outcome compile(String text, Mistakes mistakes, Pruning pruning) {
        Refusals refusals = new Refusals(mistakes, pruning);
        GroovyClassLoader loader = new GroovyClassLoader(Compiler.class.getClassLoader(), configuration(refusals));
        loader.setResourceLoader(name -> null);
        Class<?> script = null;
        try {
            script = loader.parseClass(new GroovyCodeSource(text, CLASS + ".groovy", "/drillbook/runbook"), false);
        } catch (MultipleCompilationErrorsException e) {
            boolean parsed = refusals.outline() != null;
            if (parsed || !pruning.tookOut()) // else what was taken out left half a sentence
            for (Message message : e.getErrorCollector().getErrors()) tell(message, parsed, text, mistakes);
        } catch (RuntimeException | StackOverflowError e) {
            mistakes.at(1, 1, cannotCompile(e));
        }
        return new Outcome(new Compiled(loader, script), refusals.outline());
    }

    private CompilerConfiguration configuration(Refusals refusals) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTolerance(Integer.MAX_VALUE);
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        ImportCustomizer imports = new ImportCustomizer();
        imports.addImports(Path.class.getName(), URI.class.getName(), Secret.class.getName());
        nouns.forEach(noun -> imports.addImport(noun.getSimpleName(), noun.getName()));
        configuration.addCompilationCustomizers(refusals, imports);
        return configuration;
    }

    private static void tell(Message message, boolean parsed, String text, Mistakes mistakes) {
        if (message instanceof SyntaxErrorMessage located) {
            if (parsed) tell(located.getCause(), GroovySays::inOurWords, mistakes);
            else tellUnparsed(located.getCause(), text, mistakes);
        } else if (message instanceof ExceptionMessage failed) {
            mistakes.at(1, 1, cannotCompile(failed.getCause()));
        } else if (message instanceof SimpleMessage simple && !(message instanceof Stop)) {
            mistakes.at(1, 1, firstLine(simple.getMessage()));
        }
    }

    private static void tellUnparsed(SyntaxException cause, String text, Mistakes mistakes) {
        Optional<StrayAnnotation> annotation = StrayAnnotation.above(cause.getStartLine(), text);
        if (annotation.isPresent()) annotation.get().tell(mistakes);
        else tell(cause, said -> "syntax error, which hides the file's other mistakes: " + said, mistakes);
    }

    private static void tell(SyntaxException cause, UnaryOperator<String> ourWords, Mistakes mistakes) {
        String text = firstLine(cause.getOriginalMessage());
        String words = cause instanceof Grammar.Told ? text : ourWords.apply(text);
        if (!GroovySays.isNoise(words)) mistakes.at(cause.getStartLine(), cause.getStartColumn(), words);
    }

    private static String cannotCompile(Throwable why) {
        return "Groovy could not compile this (" + firstLine(why.toString()) + "): write it simpler";
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
