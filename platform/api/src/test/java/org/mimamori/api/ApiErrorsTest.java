package org.mimamori.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mimamori.api.auth.ApiSettings;
import org.mimamori.api.error.Explainer;
import org.mimamori.api.error.Words;
import org.mimamori.api.file.UploadLimit;
import org.mimamori.api.wire.Explanations;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.record.Apps;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** What callers hear of faults of ours. */
class ApiErrorsTest {

    private final Explainer explainer = new Explainer(new Words());
    private final ApiErrors errors = new ApiErrors(
            explainer,
            new Explanations(explainer, new NoApps()),
            new UploadLimit(5),
            new ApiSettings(Locale.JAPANESE, ZoneId.of("Asia/Tokyo")));

    @Test
    void saysNothingOfAFaultButItsId() {
        MockServerWebExchange exchange = exchange();

        errors.handle(exchange, new IllegalStateException("secret detail")).block();

        String body = exchange.getResponse().getBodyAsString().block();
        assertThat(exchange.getResponse().getStatusCode().value()).isEqualTo(500);
        assertThat(body).contains("MIMAMORI_01", "サーバーで問題が起きました").doesNotContain("secret", "Exception");
    }

    @Test
    void saysHowLargeAFormMayBe() {
        MockServerWebExchange exchange = exchange();

        errors.handle(exchange, new DataBufferLimitException("x")).block();

        assertThat(exchange.getResponse().getStatusCode().value()).isEqualTo(413);
        assertThat(exchange.getResponse().getBodyAsString().block()).contains("5 バイト");
    }

    @Test
    void leavesAnAnswerThatHasBegunToTheContainer() {
        MockServerWebExchange exchange = exchange();
        exchange.getResponse().setComplete().block();
        IllegalStateException fault = new IllegalStateException("connection reset");

        assertThat(errors.handle(exchange, fault)
                        .onErrorResume(e -> {
                            assertThat(e).isSameAs(fault);
                            return reactor.core.publisher.Mono.empty();
                        })
                        .block())
                .isNull();
    }

    private static MockServerWebExchange exchange() {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/k/v1/record.json"));
    }

    private static final class NoApps implements Apps {
        @Override
        public List<AppDefinition> all(Actor actor) {
            return List.of();
        }

        @Override
        public AppDefinition get(Actor actor, AppId app) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public AppDefinition getByCode(Actor actor, String code) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Access access(Actor actor, AppDefinition app) {
            throw new IllegalStateException("not asked for");
        }
    }
}
