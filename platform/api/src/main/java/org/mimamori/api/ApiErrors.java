package org.mimamori.api;

import java.util.Locale;
import org.mimamori.api.auth.ApiSettings;
import org.mimamori.api.auth.Caller;
import org.mimamori.api.error.CallException;
import org.mimamori.api.error.CallProblem;
import org.mimamori.api.error.ErrorId;
import org.mimamori.api.error.Explainer;
import org.mimamori.api.error.Explanation;
import org.mimamori.api.error.Languages;
import org.mimamori.api.error.ValuePlaces;
import org.mimamori.api.file.UploadLimit;
import org.mimamori.api.wire.Explanations;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.api.wire.ReplyHandler;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers everything that goes wrong as kintone's error JSON; what went wrong with us goes into the log. */
@Component
@Order(-2)
final class ApiErrors implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Explainer explainer;
    private final Explanations explanations;
    private final UploadLimit limit;
    private final Languages languages;

    ApiErrors(Explainer explainer, Explanations explanations, UploadLimit limit, ApiSettings settings) {
        this.explainer = explainer;
        this.explanations = explanations;
        this.limit = limit;
        this.languages = new Languages(settings.language());
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            // A download has begun: the connection is cut, which is all the client can be told.
            return Mono.error(error);
        }
        String id = ErrorId.fresh();
        Explanation explanation = explain(exchange, error);
        if (explanation.status() >= 500) {
            LOG.error("{} {} failed, error id {}", exchange.getRequest().getMethod(), path(exchange), id, error);
        }
        if (error instanceof ErrorResponse response) {
            exchange.getResponse().getHeaders().putAll(response.getHeaders());
        }
        exchange.getResponse().getHeaders().set("X-Cybozu-Error", explanation.code());
        return ReplyHandler.send(exchange, Reply.of(explanation.status(), explanation.json(id)));
    }

    private Explanation explain(ServerWebExchange exchange, Throwable error) {
        Locale locale = locale(exchange);
        return switch (error) {
            case PlatformException e -> explain(exchange, e.problem(), locale);
            case CallException e -> explainer.explain(e.problem(), locale);
            // Only forms are read by WebFlux; JSON bodies have a limit of their own.
            case DataBufferLimitException e ->
                explainer.explain(new Problem.TooLarge(limit.bytes()), locale, ValuePlaces.UNKNOWN);
            case DecodingException e -> explainer.explain(new CallProblem.IllegalCall("a broken form"), locale);
            case ErrorResponse e
            when e.getStatusCode().is4xxClientError() -> explainer.explain(problem(exchange, e), locale);
            default -> explainer.fault(locale);
        };
    }

    /** WebFlux's own refusals: no such path, not this method, a form it cannot read. */
    private static CallProblem problem(ServerWebExchange exchange, ErrorResponse refused) {
        return switch (refused.getStatusCode().value()) {
            case 404 -> new CallProblem.UnknownPath(path(exchange));
            case 405 ->
                new CallProblem.MethodNotAllowed(
                        exchange.getRequest().getMethod().name());
            default ->
                new CallProblem.IllegalCall(String.valueOf(refused.getBody().getDetail()));
        };
    }

    private Explanation explain(ServerWebExchange exchange, Problem problem, Locale locale) {
        return exchange.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                        && exchange.getAttribute(Parameters.class.getName()) instanceof Parameters parameters
                ? explanations.of(problem, caller.actor(), parameters)
                : explainer.explain(problem, locale, ValuePlaces.UNKNOWN);
    }

    private Locale locale(ServerWebExchange exchange) {
        return exchange.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                ? caller.actor().locale()
                : languages.choose(exchange.getRequest().getHeaders().getFirst("Accept-Language"));
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value();
    }
}
