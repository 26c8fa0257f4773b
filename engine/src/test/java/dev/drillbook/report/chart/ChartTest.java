package dev.drillbook.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drillbook.report.chart.ChartModel.Limit;
import dev.drillbook.report.chart.ChartModel.Panel;
import dev.drillbook.report.chart.ChartModel.Point;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
    private static final String HOSTILE = "</text><script>alert(1)</script>'\" onload='x' \u0000 \uD800 &amp;";

    @ParameterizedTest
    @CsvSource({"60,1,0", "60,6,25", "240,3,12", "10800,6,25", "10800,2,1"})
    void every_panel_and_mark_is_there(int seconds, int panels, int marks) throws Exception {
        ChartModel model = Charts.of(seconds, panels, Charts.crowd(marks, 0, seconds / 26.0));
        List<String> texts = texts(Chart.svg(model));
        assertThat(texts)
                .filteredOn(text -> text.contains("mark ") || text.contains("Überlastung"))
                .hasSize(marks);
        model.panels().forEach(panel -> assertThat(texts).anyMatch(text -> text.startsWith(panel.name())));
    }

    @Test
    void hostile_names_stay_text() throws Exception {
        var panel = new Panel(HOSTILE, HOSTILE, List.of(new Point(0, 1)), List.of(new Limit(1, HOSTILE)));
        var mark = Charts.mark(ChartModel.Kind.CLAIMED, 1, HOSTILE);
        String svg =
                Chart.svg(new ChartModel(HOSTILE, HOSTILE, 0, 9, HOSTILE, List.of(panel), List.of(mark), List.of()));
        assertThat(parsed(svg).getElementsByTagName("script").getLength()).isZero();
        assertThat(parsed(svg).getDocumentElement().hasAttribute("onload")).isFalse();
    }

    @Test
    void no_text_has_the_size_that_prints_as_a_dot() throws Exception {
        assertThat(attributes(Chart.svg(Charts.of(240, 4, Charts.usual(240))), "text", "font-size"))
                .isNotEmpty()
                .doesNotContain("12", "12.0");
    }

    @Test
    void limits_close_to_each_other_are_told_apart() throws Exception {
        var limits = IntStream.range(0, 5)
                .mapToObj(i -> new Limit(100 + i, "below " + (100 + i) + " ms"))
                .toList();
        var panel = new Panel("p99", "ms", List.of(new Point(0, 50), new Point(9, 400)), limits);
        String svg = Chart.svg(Charts.withOne(panel, 9));
        List<Double> heights = new ArrayList<>();
        NodeList all = parsed(svg).getElementsByTagName("text");
        for (int i = 0; i < all.getLength(); i++)
            if (all.item(i).getTextContent().startsWith("below "))
                heights.add(Double.parseDouble(((Element) all.item(i)).getAttribute("y")));
        double[] sorted = heights.stream().mapToDouble(y -> y).sorted().toArray();
        assertThat(DoubleStream.iterate(1, i -> i < 5, i -> i + 1).map(i -> sorted[(int) i] - sorted[(int) i - 1]))
                .allMatch(gap -> gap > 11);
    }

    @Test
    void a_signal_that_was_never_measured_says_so() throws Exception {
        var panel = new Panel("Errors", "%", List.of(new Point(0, Double.NaN)), List.of());
        assertThat(texts(Chart.svg(Charts.withOne(panel, 60)))).contains("not measured");
    }

    @Test
    void a_chart_without_signals_still_shows_what_happened() throws Exception {
        assertThat(texts(Chart.svg(Charts.of(60, 0, Charts.usual(60)))))
                .anyMatch(text -> text.startsWith("fault applied"));
    }

    @Test
    void every_colour_has_a_class_by_which_a_page_can_darken_it() throws Exception {
        String svg = Chart.svg(Charts.of(240, 6, Charts.usual(240)));
        NodeList all = parsed(svg).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getAttribute("fill").startsWith("#")
                    || element.getAttribute("stroke").startsWith("#"))
                for (String name : element.getAttribute("class").split(" "))
                    assertThat(Chart.darkRules()).contains("." + name + "{");
        }
    }

    static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    static List<String> texts(String svg) throws Exception {
        NodeList all = parsed(svg).getElementsByTagName("text");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getTextContent().strip())
                .toList();
    }

    private static List<String> attributes(String svg, String tag, String attribute) throws Exception {
        NodeList all = parsed(svg).getElementsByTagName(tag);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> ((Element) all.item(i)).getAttribute(attribute))
                .toList();
    }
}
