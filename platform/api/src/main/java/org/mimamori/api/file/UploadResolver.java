package org.mimamori.api.file;

import org.mimamori.api.auth.CallArguments;
import org.mimamori.api.error.CallProblem;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.ParametersReader;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads the upload form: a part {@code file}, and for sessions a part with the request token. */
@Component
public final class UploadResolver implements HandlerMethodArgumentResolver {

    private static final String FILE = "file";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Upload.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        if (!ParametersReader.isMultipart(exchange.getRequest())) {
            return Mono.error(new CallProblem.IllegalCall("a form is expected").asException());
        }
        return Mono.fromCallable(() -> upload(exchange));
    }

    private static Upload upload(ServerWebExchange exchange) {
        MultiValueMap<String, Part> parts =
                exchange.getAttributeOrDefault(FormFilter.PARTS, new LinkedMultiValueMap<String, Part>());
        String token = parts.getFirst(Parameters.REQUEST_TOKEN) instanceof FormFieldPart field ? field.value() : "";
        Actor actor = CallArguments.actor(exchange, token);
        if (parts.getFirst(FILE) instanceof FilePart file) {
            return new Upload(actor, file);
        }
        throw Problem.BadParameter.of(FILE, "required").asException();
    }
}
