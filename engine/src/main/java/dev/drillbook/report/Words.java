package dev.drillbook.report;

import dev.drillbook.report.chart.Chart;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.util.Map;

/** The names that a template may use. Only what is listed here as markup is printed as it is. */
record Words(Model model, String chart) {
    Map<String, Object> forTemplates() {
        try {
            TemplateMethodModelEx code = arguments ->
                    Markdown.INSTANCE.fromMarkup(Markdown.block(arguments.get(0).toString(), ""));
            return Map.of(
                    "d",
                    model,
                    "chart",
                    HTMLOutputFormat.INSTANCE.fromMarkup(chart),
                    "darkChart",
                    HTMLOutputFormat.INSTANCE.fromMarkup(Chart.darkRules()),
                    "code",
                    code);
        } catch (TemplateModelException e) {
            throw new IllegalStateException("a chart is markup", e);
        }
    }
}
