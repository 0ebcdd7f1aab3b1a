package org.mimamori.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimamori.engine.webhook.Sender.Answer;

/** Sending over HTTP: to where it may, once, and no further. */
class HttpSenderTest {

    private static final byte[] BODY = "{\"type\":\"追加\"}".getBytes(StandardCharsets.UTF_8);

    private final HttpSender allowed = new HttpSender(true);
    private final HttpSender guarded = new HttpSender(false);
    private Receiver receiver;

    @BeforeEach
    void listens() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void ends() throws IOException {
        receiver.close();
        allowed.close();
        guarded.close();
    }

    private static Answer post(HttpSender sender, String url) {
        return sender.post(url, Map.of("X-Mimamori-Signature", "t=1,v1=ab"), BODY);
    }

    @Test
    void sendsBodyAndHeaders() {
        assertThat(post(allowed, receiver.url("/in?from=a"))).isEqualTo(Answer.of(200));

        assertThat(receiver.messages).singleElement().satisfies(message -> {
            assertThat(message.path()).isEqualTo("/in?from=a");
            assertThat(message.body()).isEqualTo("{\"type\":\"追加\"}");
            assertThat(message.signature()).isEqualTo("t=1,v1=ab");
            assertThat(message.contentType()).startsWith("application/json");
        });
    }

    @Test
    void followsNoRedirect() {
        receiver.answer = exchange -> {
            exchange.getResponseHeaders().add("Location", receiver.url("/other"));
            exchange.sendResponseHeaders(307, -1);
        };

        assertThat(post(allowed, receiver.url("/in"))).isEqualTo(Answer.of(307));
        assertThat(receiver.messages).extracting(Receiver.Message::path).containsExactly("/in");
    }

    @Test
    void triesOnce() {
        receiver.answer = exchange -> exchange.sendResponseHeaders(503, -1);

        assertThat(post(allowed, receiver.url("/in"))).isEqualTo(Answer.of(503));
        assertThat(receiver.messages).hasSize(1);
    }

    /** Every way to write an address of this machine, and an http address that nobody has allowed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://2130706433:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "https://127.0.0.1:%d/",
                "https://localhost:%d/",
                "https://[::ffff:127.0.0.1]:%d/",
                "https://169.254.169.254/",
                "https://0.0.0.0:%d/",
            })
    void refusesAddressesThatAreNotPublic(String url) {
        assertThat(post(guarded, url.formatted(receiver.port()))).isEqualTo(Answer.none("addressRefused"));
        assertThat(receiver.messages).isEmpty();
    }

    @Test
    void refusesANameWithOnePrivateAddressAmongPublicOnes() throws IOException {
        try (HttpSender sender = new HttpSender(
                false,
                host -> new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("127.0.0.1")},
                Timeout.ofSeconds(5))) {
            assertThat(post(sender, "https://board.example.jp:" + receiver.port() + "/"))
                    .isEqualTo(Answer.none("addressRefused"));
        }
    }

    @Test
    void sendsInClearTextToNobodyOutside() throws IOException {
        try (HttpSender sender = new HttpSender(
                true, host -> new InetAddress[] {InetAddress.getByName("1.1.1.1")}, Timeout.ofSeconds(5))) {
            assertThat(post(sender, "http://board.example.jp/")).isEqualTo(Answer.none("addressRefused"));
        }
    }

    /** A name that means another machine when it is asked for again gains nothing: it is asked for once. */
    @Test
    void connectsToTheAddressItHasChecked() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (HttpSender sender = new HttpSender(
                true,
                host -> {
                    boolean first = asked.incrementAndGet() == 1;
                    return new InetAddress[] {InetAddress.getByName(first ? "127.0.0.1" : "127.0.0.99")};
                },
                Timeout.ofSeconds(5))) {
            assertThat(post(sender, "http://board.example.jp:" + receiver.port() + "/in"))
                    .isEqualTo(Answer.of(200));
        }
        assertThat(asked).hasValue(1);
        assertThat(receiver.messages).hasSize(1);
    }

    @Test
    void waitsNoLongerThanItMay() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        receiver.answer = exchange -> await(never);
        try (HttpSender sender = new HttpSender(true, InetAddress::getAllByName, Timeout.ofMilliseconds(300))) {
            assertThat(post(sender, receiver.url("/in"))).isEqualTo(Answer.none("timeout"));
        }
        never.countDown();
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() {
        receiver.answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[65_536];
            while (true) {
                exchange.getResponseBody().write(part);
            }
        };

        assertThat(post(allowed, receiver.url("/in"))).isEqualTo(Answer.of(200));
    }

    @Test
    void saysWhatWentWrong() {
        assertThat(post(allowed, "http://nothing.invalid/")).isEqualTo(Answer.none("unknownHost"));
        receiver.close();
        assertThat(post(allowed, receiver.url("/"))).isEqualTo(Answer.none("noConnection"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
