package org.mimamori.ui.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimamori.ui.comment.TextPiece.Link;
import org.mimamori.ui.comment.TextPiece.Mentioned;
import org.mimamori.ui.comment.TextPiece.Plain;

class TextPieceTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.jp/a, https://example.jp/a",
        "資料はhttps://example.jp/aです, https://example.jp/a",
        "（https://example.jp/a?x=1&y=2）, https://example.jp/a?x=1&y=2",
        "See https://example.jp/a., https://example.jp/a",
        "http://10.0.0.1:8080/%E3%81%82, http://10.0.0.1:8080/%E3%81%82"
    })
    void findsAWebAddressInASentence(String text, String address) {
        assertThat(TextPiece.of(text, List.of())).contains(new Link(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "ftp://example.jp/a",
                "//example.jp/a",
                "example.jp"
            })
    void makesNoLinkOfAnythingElse(String text) {
        assertThat(TextPiece.of(text, List.of())).containsExactly(new Plain(text));
    }

    @Test
    void endsAnAddressBeforeMarkup() {
        assertThat(TextPiece.of("https://example.jp/\"><script>", List.of()).getFirst())
                .isEqualTo(new Link("https://example.jp/"));
    }

    @Test
    void prefersTheLongerOfTwoNames() {
        assertThat(TextPiece.of("@山田 花子 さん", List.of("山田", "山田 花子")).getFirst()).isEqualTo(new Mentioned("@山田 花子"));
    }

    @Test
    void findsANameBehindTheFullWidthSign() {
        assertThat(TextPiece.of("＠みどり保育園 へ", List.of("みどり保育園")).getFirst()).isEqualTo(new Mentioned("＠みどり保育園"));
    }

    @Test
    void losesNothingOfTheText() {
        String text = "@田中 花子 https://example.jp/ と <b>と @だれか 。\n𠮷野家 https://";
        assertThat(TextPiece.of(text, List.of("田中 花子", "")).stream()
                        .map(TextPiece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
