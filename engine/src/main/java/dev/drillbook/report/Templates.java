package dev.drillbook.report;

import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileExtensionMatcher;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import freemarker.template.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * FreeMarker, with the user's templates before the built-in ones, file by file. A template sees the model's records and
 * nothing else of Java; whatever it prints is escaped for its format. Safe for use by several threads.
 */
final class Templates {
    private static final Version VERSION = Configuration.VERSION_2_3_33; // from here on records read as ${d.title}
    private static final String BUILT_IN = "/templates";

    private final Configuration freemarker = new Configuration(VERSION);
    private final Duration limit;

    /** @param users a folder, which need not exist @param limit how long one document may take */
    Templates(Path users, Duration limit) {
        this.limit = limit;
        freemarker.setTemplateLoader(loader(users));
        freemarker.setLocalizedLookup(false);
        freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
        freemarker.setLocale(Locale.ROOT);
        freemarker.setOutputFormat(HTMLOutputFormat.INSTANCE);
        freemarker.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        freemarker.setTemplateConfigurations(
                new ConditionalTemplateConfigurationFactory(new FileExtensionMatcher("mdt"), markdown()));
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freemarker.setAPIBuiltinEnabled(false);
        freemarker.setObjectWrapper(wrapper());
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setWrapUncheckedExceptions(true);
    }

    private static TemplateLoader loader(Path users) {
        TemplateLoader builtIn = new ClassTemplateLoader(Templates.class, BUILT_IN);
        if (!Files.isDirectory(users)) return builtIn;
        try {
            return new MultiTemplateLoader(new TemplateLoader[] {new FileTemplateLoader(users.toFile()), builtIn});
        } catch (IOException e) {
            throw new Invalid("cannot read the templates in " + users + ": " + e.getMessage(), e);
        }
    }

    private static TemplateConfiguration markdown() {
        TemplateConfiguration markdown = new TemplateConfiguration();
        markdown.setOutputFormat(Markdown.INSTANCE);
        return markdown;
    }

    private static DefaultObjectWrapper wrapper() {
        DefaultObjectWrapper wrapper = new DefaultObjectWrapper(VERSION);
        wrapper.setMemberAccessPolicy(new ModelOnly());
        return wrapper;
    }

    /**
     * @param words what the template may name
     * @throws Invalid naming the template, line and column
     */
    String render(String name, Map<String, ?> words) {
        try {
            Template template = freemarker.getTemplate(name);
            return Deadline.within(limit, name, out -> {
                Environment environment = template.createProcessingEnvironment(words, out);
                environment.setTemplateProcessingTracer(out);
                environment.process();
            });
        } catch (ParseException e) {
            throw wrong(e);
        } catch (TemplateException e) {
            if (e.getCause() instanceof ParseException inner) throw wrong(inner); // in a file that it includes
            throw wrong(
                    e.getTemplateSourceName(),
                    e.getLineNumber(),
                    e.getColumnNumber(),
                    e.getMessageWithoutStackTop(),
                    e);
        } catch (TemplateNotFoundException e) {
            throw new DrillException("template '" + name + "' is missing: put it into the templates folder", e);
        } catch (IllegalArgumentException e) {
            throw new Invalid("templates/" + name + ": " + e.getMessage() + "; correct the template", e);
        } catch (IOException e) {
            throw new DrillException("cannot read template '" + name + "': " + e.getMessage(), e);
        }
    }

    private static Invalid wrong(ParseException e) {
        String why = e.getEditorMessage().split(", but was expecting")[0];
        return wrong(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), why, e);
    }

    private static Invalid wrong(String template, Integer line, Integer column, String why, Exception cause) {
        String firstLines = why == null ? "it failed" : why.strip().replaceAll("\\s+", " ");
        return new Invalid(
                "templates/" + template + ":" + line + ":" + column + ": " + firstLines
                        + "; correct the template, or remove it to use the built-in one",
                cause);
    }
}
