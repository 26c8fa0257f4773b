package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drillbook.report.chart.Letters;
import dev.drillbook.runbook.DrillException;
import dev.drillbook.runbook.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class PostmortemTest {
    private static final Path NO_TEMPLATES = Path.of("no-such-folder");

    @TempDir
    static Path folder;

    private static Model model;

    @BeforeAll
    static void written() {
        Subject subject = Drills.usual().subject();
        model = Postmortem.model(subject);
        new Postmortem(NO_TEMPLATES).write(subject, folder);
    }

    @Test
    void all_documents_are_there_and_nothing_half_done() throws IOException {
        assertThat(names(folder))
                .containsExactlyInAnyOrder(
                        "postmortem.md",
                        "postmortem.html",
                        "postmortem.pdf",
                        "chart.svg",
                        "chart.png",
                        "scorecard.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postmortem.md", "postmortem.html", "postmortem.pdf"})
    void every_document_has_every_section_and_the_same_numbers(String name) throws Exception {
        String text = squeezed(textOf(name));
        for (String heading : List.of(
                "Summary",
                "Impact",
                "What the system did",
                "Timeline",
                "Root cause and resolution",
                "How it was detected",
                "Scorecard",
                "What went well",
                "What went badly",
                "Where we were lucky",
                "Corrective and preventative measures",
                "Conclusion",
                "Evidence")) assertThat(text).contains(squeezed(heading));
        model.score().metrics().forEach(metric -> assertThat(text)
                .contains(squeezed(metric.value()))
                .contains(squeezed(metric.formula())));
        model.impact().forEach(fact -> assertThat(text).contains(squeezed(fact.value())));
        model.timeline().forEach(moment -> assertThat(text).contains(squeezed(moment.text())));
        model.summary().forEach(sentence -> assertThat(text).contains(squeezed(sentence)));
        model.evidence().hashes().forEach(fact -> assertThat(text).contains(squeezed(fact.value())));
    }

    @Test
    void the_page_asks_nothing_of_a_network() throws Exception {
        String page = Files.readString(folder.resolve("postmortem.html"));
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("src=", "href=", "url(", "http://", "https://", "@import", "<script");
    }

    @Test
    void the_print_is_tagged_titled_and_in_a_language() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("postmortem.pdf").toFile())) {
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Yesterday's prices");
            for (var page : pdf.getPages())
                for (var font : page.getResources().getFontNames())
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
        }
    }

    @Test
    void hostile_words_add_no_element_to_the_page() throws Exception {
        String everything = String.join(" ", Hostile.TEXTS);
        Document harmless =
                page(Drills.aDrill().titled("title").suspecting("text").usualStory());
        Document hostile = page(Drills.aDrill()
                .titled(everything)
                .suspecting(everything)
                .by(everything)
                .usualStory());
        assertThat(hostile.getElementsByTagName("*").getLength())
                .isEqualTo(harmless.getElementsByTagName("*").getLength());
        assertThat(hostile.getElementsByTagName("h1").item(0).getTextContent()).contains("<script>alert(1)</script>");
    }

    @Test
    void a_wrong_template_does_not_keep_the_other_documents_from_being_written(@TempDir Path dir) throws IOException {
        Path users = Files.createDirectory(dir.resolve("templates"));
        Files.writeString(users.resolve("postmortem.mdt"), "${d.nothing}");
        Path reports = dir.resolve("reports");
        assertThatThrownBy(() -> new Postmortem(users).write(Drills.usual().subject(), reports))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("templates/postmortem.mdt:1:3: ");
        assertThat(names(reports)).contains("postmortem.pdf", "postmortem.html").doesNotContain("postmortem.md");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("reports"), "a file where a folder should be");
        Output output = new Output(file);
        output.write("x.md", warnings -> new byte[0]);
        assertThatThrownBy(output::written)
                .isInstanceOf(DrillException.class)
                .hasMessageStartingWith("cannot write " + file.resolve("x.md"));
    }

    private static Document page(Drills drill) throws Exception {
        Subject subject = drill.subject(Subject.Naming.NAMES);
        String text = new Templates(NO_TEMPLATES, Duration.ofMinutes(2))
                .render(
                        "postmortem.html.ftlh",
                        new Words(Model.of(subject), "<svg xmlns='http://www.w3.org/2000/svg'/>").forTemplates());
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Letters.printable(text).getBytes(StandardCharsets.UTF_8)));
    }

    private static String textOf(String name) throws Exception {
        Path file = folder.resolve(name);
        if (name.endsWith(".pdf"))
            try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
                return new PDFTextStripper().getText(pdf);
            }
        if (name.endsWith(".html"))
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement()
                    .getTextContent();
        var tables = List.of(TablesExtension.create());
        return TextContentRenderer.builder()
                .extensions(tables)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(Files.readString(file)));
    }

    /** Line breaks fall elsewhere in each document, and within a cell of the print also between others' words. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
