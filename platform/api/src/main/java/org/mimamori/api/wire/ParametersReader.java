package org.mimamori.api.wire;

import org.jspecify.annotations.Nullable;
import org.mimamori.api.error.CallProblem;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads the parameters of a call: its query string and, for every method, its JSON body. */
public final class ParametersReader {

    private static final byte[] NOTHING = new byte[0];

    private ParametersReader() {}

    /** Whether the body is a form with files, which has no parameters of this kind. */
    public static boolean isMultipart(ServerHttpRequest request) {
        MediaType type = type(request);
        return type != null && type.getType().equals("multipart");
    }

    public static Mono<Parameters> read(ServerHttpRequest request) {
        return BodyReader.read(request).defaultIfEmpty(NOTHING).map(body -> {
            if (body.length > 0 && !isJson(type(request))) {
                throw new CallProblem.IllegalCall("body without Content-Type: application/json").asException();
            }
            return Parameters.of(request.getURI().getRawQuery(), body);
        });
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null && type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
    }

    private static @Nullable MediaType type(ServerHttpRequest request) {
        try {
            return request.getHeaders().getContentType();
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }
}
