package org.mimamori.api.wire;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a {@link Reply}, whatever the client says it accepts: kintone's calls always answer JSON. */
@Component
public final class ReplyHandler implements HandlerResultHandler, Ordered {

    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public boolean supports(HandlerResult result) {
        return result.getReturnType().resolve(Object.class) == Reply.class;
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        return result.getReturnValue() instanceof Reply reply ? send(exchange, reply) : Mono.empty();
    }

    /** Sends a reply from outside a controller. */
    public static Mono<Void> send(ServerWebExchange exchange, Reply reply) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(reply.status()));
        HttpHeaders headers = response.getHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
        headers.setContentLength(reply.json().length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(reply.json())));
    }

    /** Type of every answer but a file. */
    public static final String CONTENT_TYPE = "application/json;charset=utf-8";
}
