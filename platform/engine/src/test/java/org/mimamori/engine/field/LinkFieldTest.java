package org.mimamori.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A link leads where it says, and nowhere else. */
class LinkFieldTest {

    @ParameterizedTest
    @CsvSource({
        "WEB, https://www.city.example.jp/a?b, https://www.city.example.jp/a?b",
        "WEB, HTTP://example.jp, HTTP://example.jp",
        "WEB, httpd.example.jp, https://httpd.example.jp",
        "WEB, www.example.jp/見守り?q=http://x, https://www.example.jp/見守り?q=http://x",
        "CALL, 03-5550-0123, tel:0355500123",
        "CALL, ＋８１（３）５５５０ー０１２３, tel:+81355500123",
        "MAIL, hoiku@city.example.jp, mailto:hoiku@city.example.jp"
    })
    void leadsWhereItSays(LinkProtocol protocol, String text, String href) {
        assertThat(link(protocol).href(new Value.Text(text))).contains(href);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "javascript:1/alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "\\\\server\\share",
                "//evil.example",
                "mailto:x@y"
            })
    void leadsNowhereIfThePlaceIsNotSafe(String text) {
        for (LinkProtocol protocol : LinkProtocol.values()) {
            assertThat(link(protocol).href(new Value.Text(text))).isEmpty();
        }
    }

    private static LinkField link(LinkProtocol protocol) {
        @Nullable Integer unset = null;
        return new LinkField(new FieldCode("連絡先"), "連絡先", false, false, false, unset, unset, "", protocol, null);
    }
}
