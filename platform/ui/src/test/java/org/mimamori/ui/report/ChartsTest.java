package org.mimamori.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mimamori.engine.app.Report.ChartMode;
import org.mimamori.engine.app.Report.ChartType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures of figures: whole, within their frame, and true to size. */
class ChartsTest {

    private static final ChartData DATA = new ChartData(
            List.of("<春> & \"夏\"", "秋", "冬"), List.of(series("甲", "10", "20", ""), series("乙", "30", "0", "5")));

    private static ChartData.Series series(String name, String... figures) {
        return new ChartData.Series(
                name,
                Stream.of(figures)
                        .map(text -> text.isEmpty() ? Optional.<BigDecimal>empty() : Optional.of(new BigDecimal(text)))
                        .toList(),
                List.of(figures));
    }

    private static Document drawn(ChartType type, ChartMode mode, ChartData data) throws Exception {
        String svg = Charts.svg(type, mode, data, 400);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> all(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChartType.class,
            names = {"TABLE", "PIVOT_TABLE"},
            mode = EnumSource.Mode.EXCLUDE)
    void drawsEveryKindInEveryMode(ChartType type) throws Exception {
        for (ChartMode mode : ChartMode.values()) {
            Document picture = drawn(type, mode, DATA);
            String text = picture.getDocumentElement().getTextContent();
            assertThat(text).as(type + " " + mode).contains("<春> & \"夏\"").doesNotContain("NaN", "Infinity");
            for (Element part : all(picture, "*")) {
                assertThat(part.hasAttribute("style")).isFalse();
                assertThat(part.getAttribute("d") + part.getAttribute("x") + part.getAttribute("height"))
                        .doesNotContain("NaN", "Infinity", "-0.0");
            }
        }
    }

    @Test
    void columnsAreAsHighAsTheirFigures() throws Exception {
        List<Element> bars = all(drawn(ChartType.COLUMN, ChartMode.NORMAL, DATA), "rect");

        assertThat(bars).as("none for nothing and for zero").hasSize(4);
        double ten = number(bars.get(0), "height");
        assertThat(number(bars.get(1), "height")).isCloseTo(3 * ten, offset(0.3));
        assertThat(number(bars.get(2), "height")).isCloseTo(2 * ten, offset(0.3));
    }

    @Test
    void stackedColumnsStandOnEachOther() throws Exception {
        List<Element> bars = all(drawn(ChartType.COLUMN, ChartMode.STACKED, DATA), "rect");

        double topOfLower = number(bars.get(0), "y");
        double bottomOfUpper = number(bars.get(1), "y") + number(bars.get(1), "height");
        assertThat(bottomOfUpper).isCloseTo(topOfLower, offset(0.2));
        assertThat(number(bars.get(0), "x")).isEqualTo(number(bars.get(1), "x"));
    }

    @Test
    void sharesFillTheirWhole() throws Exception {
        List<Element> bars = all(drawn(ChartType.BAR, ChartMode.PERCENTAGE, DATA), "rect");

        double first = number(bars.get(0), "width") + number(bars.get(1), "width");
        double second = number(bars.get(2), "width");
        assertThat(second).isCloseTo(first, offset(0.3));
    }

    @Test
    void negativeFiguresGoBelowTheAxis() throws Exception {
        ChartData data = new ChartData(List.of("a", "b"), List.of(series("x", "-10", "10")));
        List<Element> bars = all(drawn(ChartType.COLUMN, ChartMode.NORMAL, data), "rect");

        double bottomOfUpper = number(bars.get(1), "y") + number(bars.get(1), "height");
        assertThat(number(bars.get(0), "y")).isCloseTo(bottomOfUpper, offset(0.2));
    }

    @Test
    void aPieOfOneIsAWholeCircle() throws Exception {
        ChartData one = new ChartData(List.of("a", "b"), List.of(series("x", "7", "0")));
        List<Element> slices = all(drawn(ChartType.PIE, ChartMode.NORMAL, one), "path");

        assertThat(slices).hasSize(1);
        assertThat(slices.getFirst().getAttribute("d"))
                .startsWith("M")
                .contains("A120.0")
                .endsWith("Z");
    }

    @Test
    void manyCategoriesWidenThePictureAndNotEveryOneIsNamed() throws Exception {
        List<String> names = IntStream.range(0, 300).mapToObj(i -> "カテゴリー" + i).toList();
        ChartData data = new ChartData(
                names, List.of(series("x", names.stream().map(n -> "1").toArray(String[]::new))));
        Document picture = drawn(ChartType.COLUMN, ChartMode.NORMAL, data);

        assertThat(Double.parseDouble(
                        picture.getDocumentElement().getAttribute("viewBox").split(" ")[2]))
                .isGreaterThan(4000);
        assertThat(all(picture, "rect")).hasSize(300);
        assertThat(all(picture, "text").size()).isLessThan(200);
    }

    @Test
    void scalesGoByRoundNumbersAndHoldZero() {
        assertThat(Scale.of(0, 37).marks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0);
        assertThat(Scale.of(-3, 12).low()).isEqualTo(-5);
        assertThat(Scale.of(0, 0).high()).isGreaterThan(0);
        assertThat(Scale.text(0.30000000000000004)).isEqualTo("0.3");
        assertThat(Scale.text(20)).isEqualTo("20");
    }

    /** Two signs of one colour would be taken for each other. */
    @Test
    void givesSixteenSeriesColoursOfTheirOwn() throws Exception {
        String styles;
        try (InputStream in = ChartsTest.class.getResourceAsStream("/META-INF/resources/styles/report.css")) {
            styles = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, String> colours = new HashMap<>();
        Pattern.compile("\\.(mm-s\\d+) \\{ --mm-series: ([^;]+);")
                .matcher(styles)
                .results()
                .forEach(rule -> colours.put(rule.group(1), rule.group(2)));

        assertThat(IntStream.range(0, 16).mapToObj(Charts::colour).map(colours::get))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }
}
