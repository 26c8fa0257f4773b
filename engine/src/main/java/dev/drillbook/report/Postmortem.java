package dev.drillbook.report;

import dev.drillbook.report.chart.Chart;
import dev.drillbook.report.chart.Letters;
import dev.drillbook.report.chart.Png;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.score.ScorecardJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the documents of a drill. Each file is whole or not there; one that cannot be made does not keep the others
 * from being written.
 */
public final class Postmortem {
    /** The first of its files. */
    public static final String SCORECARD = "scorecard.json";

    private static final String CHART = "chart.svg", PICTURE = "chart.png";
    private static final Duration TEMPLATE_LIMIT = Duration.ofSeconds(30);

    /** Adding a document: one template, its finisher, one line here. */
    private static final List<Document> DOCUMENTS = List.of(
            new Document("postmortem.md", "postmortem.mdt", Finisher.TEXT),
            new Document("postmortem.html", "postmortem.html.ftlh", Finisher.TEXT),
            new Document("postmortem.pdf", "postmortem.pdf.ftlh", Pdf::of));

    /** The names of all that is written, in that order. */
    public static final List<String> FILES = Stream.concat(
                    Stream.of(SCORECARD, CHART, PICTURE), DOCUMENTS.stream().map(Document::file))
            .toList();

    private final Templates templates;

    /** @param templates the user's own, which go before the built-in ones file by file; need not exist */
    public Postmortem(Path templates) {
        this(templates, TEMPLATE_LIMIT);
    }

    Postmortem(Path templates, Duration limit) {
        this.templates = new Templates(templates, limit);
    }

    /** @param template its name in the templates folder */
    private record Document(String file, String template, Finisher finisher) {}

    /** Makes the file's bytes from what the template printed. */
    interface Finisher {
        Finisher TEXT = (text, warnings) -> text.getBytes(StandardCharsets.UTF_8);

        byte[] finish(String text, List<String> warnings);
    }

    /** @param warnings one line each, such as that a letter is missing in every font of this machine */
    public record Written(List<Path> files, List<String> warnings) {}

    /**
     * Writes {@code postmortem.md}, {@code .html}, {@code .pdf}, {@code chart.svg}, {@code chart.png} and {@code
     * scorecard.json}, replacing older ones.
     *
     * @throws dev.drillbook.runbook.Invalid when a template is wrong, naming template, line and column
     * @throws DrillException when a file cannot be written
     */
    public Written write(Subject subject, Path folder) {
        Output output = new Output(folder);
        String chart = Chart.svg(ChartSection.of(subject).chart());
        Words words = new Words(Model.of(subject), chart);

        output.write(
                SCORECARD, warnings -> ScorecardJson.of(subject.scorecard()).getBytes(StandardCharsets.UTF_8));
        output.write(CHART, warnings -> chart.getBytes(StandardCharsets.UTF_8));
        output.write(PICTURE, warnings -> Png.of(chart));
        for (Document document : DOCUMENTS)
            output.write(document.file(), warnings -> document.finisher()
                    .finish(Letters.printable(templates.render(document.template(), words.forTemplates())), warnings));
        return output.written();
    }

    /** What the documents say, for whoever shows it elsewhere. */
    public static Model model(Subject subject) {
        return Model.of(subject);
    }
}
