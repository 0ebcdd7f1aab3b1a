package org.mimamori.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write into rich text stays, what could act or load goes. */
class SafeHtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>給食を<b>完食</b><br>昼寝なし</p>",
                "<ul><li>着替え</li><li>水筒</li></ul>",
                "<span style=\"color: #c00; font-size: 14px\">発熱</span>",
                "<div style=\"text-align: center\"><u>重要</u></div>",
                "<table><tbody><tr><td>月</td></tr></tbody></table>",
                "1 &lt; 2 &amp; 3"
            })
    void keepsFormattingAsItIs(String html) {
        assertThat(SafeHtml.of(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>steal()</script>",
                "<img src=x onerror=steal()>",
                "<a href=\"javascript:steal()\">x</a>",
                "<a href=\"java&#10;script:steal()\">x</a>",
                "<a href=\"data:text/html,steal()\">x</a>",
                "<iframe src=\"https://steal\"></iframe>",
                "<svg onload=steal()></svg>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=steal()>",
                "<p style=\"background: url(https://steal)\">x</p>",
                "<p style=\"width: expression(steal())\">x</p>",
                "<p style=\"color: red; background-color: u\\72l(steal)\">x</p>",
                "<form action=\"https://steal\"><input name=steal></form>",
                "<base href=\"https://steal\"><meta http-equiv=refresh content=\"0;url=https://steal\">",
                "<style>@import 'https://steal'</style>",
                "<!-- steal -->",
                "<p id=steal class=steal>x</p>"
            })
    void dropsWhatCouldActOrLoad(String html) {
        assertThat(SafeHtml.of(html)).doesNotContain("steal");
    }

    @Test
    void dropsStylesThatCouldCoverThePage() {
        assertThat(SafeHtml.of("<p style=\"position:fixed;top:0;COLOR:Red\">x</p>"))
                .isEqualTo("<p style=\"color:red\">x</p>");
    }

    @Test
    void linksOpenOutsideAndTellNobodyWhereTheyCameFrom() {
        assertThat(SafeHtml.of("<a href=\"https://www.city.example.jp/\" target=\"_top\" onclick=\"x()\">市</a>"))
                .isEqualTo("<a href=\"https://www.city.example.jp/\" rel=\"noopener noreferrer nofollow\""
                        + " target=\"_blank\">市</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a<div>b</p>c",
                "<table><td>x",
                "<b><i>x</b></i>",
                "<a href='tel:0355500123'>x</a>",
                "<p style='color:red;;margin-left:1em'>x",
                "&lt;script&gt;"
            })
    void isStableOnceItIsSafe(String html) {
        String safe = SafeHtml.of(html);
        assertThat(SafeHtml.of(safe)).isEqualTo(safe);
    }
}
