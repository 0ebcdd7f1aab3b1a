package org.mimamori.api.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.mimamori.api.error.CallProblem;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.ParametersReader;
import org.mimamori.engine.problem.Problem;
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

    private static final List<HttpMethod> OVERRIDING = List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE);

    private final GuestPaths guests;

    CallFilter(GuestPaths guests) {
        this.guests = guests;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            bringCaller(exchange);
            ServerWebExchange prepared = overridden(entered(exchange));
            requireScope(prepared);
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

    /** The call as controllers know it: the guest space its path names has become a matter of the caller. */
    private ServerWebExchange entered(ServerWebExchange exchange) {
        if (!(exchange.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller)) {
            return exchange;
        }
        String path = exchange.getRequest().getPath().value();
        GuestPaths.Entered entered = guests.enter(path, caller.actor());
        exchange.getAttributes().put(Caller.ATTRIBUTE, caller.as(entered.actor()));
        return entered.path().equals(path)
                ? exchange
                : exchange.mutate()
                        .request(request -> request.path(entered.path()))
                        .build();
    }

    private static void requireScope(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (exchange.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                && !caller.covers(request.getMethod().name(), request.getPath().value())) {
            exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
            throw new Problem.Forbidden("SCOPE").asException();
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
