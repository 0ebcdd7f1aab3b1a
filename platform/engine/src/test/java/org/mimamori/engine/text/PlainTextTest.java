package org.mimamori.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain text is what a reader sees. */
class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "<p>朝</p><p>昼</p>|朝/昼",
                "<div>朝<br>昼</div>夜|朝/昼/夜",
                "<ul><li>着替え</li><li>水筒</li></ul>|着替え/水筒",
                "渡<b>邉</b>さくら|渡邉さくら",
                "1 &lt; 2 &amp;amp; 3|1 < 2 &amp; 3",
                "<div><br></div>|",
                "plain|plain",
                "<script>x</script>|"
            },
            delimiter = '|')
    void ofHtml(String html, String expected) {
        String lines = expected == null ? "" : expected.replace('/', '\n');
        assertThat(PlainText.of(html)).isEqualTo(lines);
    }
}
