package org.mimamori.api.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mimamori.api.error.CallProblem;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.ParametersReader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Prepares every call for its controller: who calls, by which method, with which parameters. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CallFilter implements WebFilter {

    /** No guest spaces exist yet, so a guest path names none that does. */
    private static final Pattern GUEST_PATH = Pattern.compile("/k/guest(/.*)?");

    private static final List<HttpMethod> OVERRIDING = List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            bringCaller(exchange);
            if (GUEST_PATH.matcher(exchange.getRequest().getPath().value()).matches()) {
                throw new CallProblem.NoSuchSpace().asException();
            }
            ServerWebExchange prepared = overridden(exchange);
            if (ParametersReader.isMultipart(prepared.getRequest())) {
                return chain.filter(prepared);
            }
            return ParametersReader.read(prepared.getRequest()).flatMap(parameters -> {
                prepared.getAttributes().put(Parameters.class.getName(), parameters);
                return chain.filter(prepared);
            });
        });
    }

    private static void bringCaller(ServerWebExchange exchange) {
        Object request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        if (request instanceof HttpServletRequest servlet
                && servlet.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            exchange.getAttributes().put(Caller.ATTRIBUTE, caller);
        }
    }

    private static ServerWebExchange overridden(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String header = request.getHeaders().getFirst("X-HTTP-Method-Override");
        if (header == null || request.getMethod() != HttpMethod.POST) {
            return exchange;
        }
        HttpMethod method = HttpMethod.valueOf(header.strip().toUpperCase(Locale.ROOT));
        if (!OVERRIDING.contains(method)) {
            throw new CallProblem.IllegalCall("X-HTTP-Method-Override").asException();
        }
        return exchange.mutate()
                .request(request.mutate().method(method).build())
                .build();
    }
}
