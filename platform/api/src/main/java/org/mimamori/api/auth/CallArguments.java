package org.mimamori.api.auth;

import org.jspecify.annotations.Nullable;
import org.mimamori.api.error.CallProblem;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Parameters;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives controllers their arguments: the actor, the parameters, the client's dialect. */
@Component
public final class CallArguments implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Actor.class || type == Parameters.class || type == Dialect.class;
    }

    @Override
    public @Nullable Object resolveArgumentValue(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        Class<?> type = parameter.getParameterType();
        if (type == Actor.class) {
            return actor(exchange, shownToken(exchange));
        }
        return type == Parameters.class
                ? parameters(exchange)
                : Dialect.of(exchange.getRequest().getHeaders().getFirst("User-Agent"));
    }

    /** The actor of the call; nobody, and a session that does not show its request token, is refused. */
    public static Actor actor(ServerWebExchange exchange, String requestToken) {
        if (!(exchange.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller)) {
            throw new Problem.NotSignedIn().asException();
        }
        if (!caller.isProvenBy(requestToken)) {
            throw CallerFinder.illegal();
        }
        return caller.actor();
    }

    private static String shownToken(ServerWebExchange exchange) {
        return exchange.getAttribute(Parameters.class.getName()) instanceof Parameters parameters
                ? parameters.text(Parameters.REQUEST_TOKEN, "")
                : "";
    }

    private static Parameters parameters(ServerWebExchange exchange) {
        if (exchange.getAttribute(Parameters.class.getName()) instanceof Parameters parameters) {
            return parameters;
        }
        throw new CallProblem.IllegalCall("a form where JSON is expected").asException();
    }
}
