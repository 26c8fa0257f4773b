package dev.drillbook.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    static List<String> hostile() {
        return Hostile.TEXTS;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_text_is_one_paragraph_of_text_wherever_it_stands(String text) {
        for (String before : List.of("", "so: ", "1", "- "))
            assertThat(kinds(PARSER.parse("x\n\n" + before + Markdown.INSTANCE.escapePlainText(text) + "\n\nx")))
                    .as("%s%s", before, text)
                    .isSubsetOf("Document", "Paragraph", "Text", "BulletList", "ListItem");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_text_stays_in_its_cell(String text) {
        String escaped = Markdown.INSTANCE.escapePlainText(text);
        Node table = PARSER.parse("| a | b |\n|---|---|\n| " + escaped + " | safe |\n");
        List<String> kinds = kinds(table);
        assertThat(kinds).filteredOn("TableCell"::equals).hasSize(4);
        assertThat(kinds)
                .isSubsetOf("Document", "TableBlock", "TableHead", "TableBody", "TableRow", "TableCell", "Text");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_reader_sees_what_was_typed(String text) {
        assertThat(text(PARSER.parse("so: " + Markdown.INSTANCE.escapePlainText(text))))
                .isEqualTo(("so: " + text.replaceAll("[\\p{Cc}\\s]+", " ").replace("\u202e", "\uFFFD")).strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"34.0 %", "10:14:07", "-5 s", "2026-11-24-1", "2 min 56 s", "below 300 ms"})
    void a_number_reads_the_same_in_the_source(String text) {
        assertThat(Markdown.INSTANCE.escapePlainText(text)).isEqualTo(text);
    }

    @Test
    void nothing_ends_a_block_of_code() {
        String text = "a\n```\n# not a heading\n````\n~~~\nb";
        Node block = PARSER.parse(Markdown.block(text, "groovy") + "\n\nafter").getFirstChild();
        assertThat(((org.commonmark.node.FencedCodeBlock) block).getLiteral()).isEqualTo(text + "\n");
        assertThat(block.getNext()).isInstanceOf(Paragraph.class);
    }

    private static List<String> kinds(Node document) {
        List<String> kinds = new ArrayList<>();
        walk(document, kinds);
        return kinds;
    }

    private static void walk(Node node, List<String> kinds) {
        kinds.add(node.getClass().getSimpleName());
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) walk(child, kinds);
    }

    private static String text(Node document) {
        StringBuilder text = new StringBuilder();
        ((Document) document).accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
