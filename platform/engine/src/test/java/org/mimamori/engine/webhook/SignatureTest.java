package org.mimamori.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The signature, against values made with another tool. */
class SignatureTest {

    private static final Instant AT = Instant.ofEpochSecond(1_778_808_600);

    private static String of(String secret, Instant at, String body) {
        return Signature.of(secret, at, body.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code printf '1778808600.{"type":"ADD_RECORD"}' | openssl dgst -sha256 -hmac 0123abcd} */
    @Test
    void isTheHmacOfTimeAndBody() {
        assertThat(of("0123abcd", AT, "{\"type\":\"ADD_RECORD\"}"))
                .isEqualTo("t=1778808600,v1=d01d661361d31741618354f246d23536f0e6939b17ad7831457d357831db1638");
    }

    @Test
    void changesWithSecretTimeAndBody() {
        String one = of("a", AT, "x");

        assertThat(of("b", AT, "x")).isNotEqualTo(one);
        assertThat(of("a", AT.plusSeconds(1), "x").substring(13)).isNotEqualTo(one.substring(13));
        assertThat(of("a", AT, "y")).isNotEqualTo(one);
        assertThat(of("a", AT, "x")).isEqualTo(one);
    }
}
