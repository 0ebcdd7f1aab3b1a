package org.mimamori.api.wire;

import java.io.ByteArrayOutputStream;
import org.mimamori.engine.problem.Problem;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/**
 * Reads a JSON body up to the limit. What is beyond is read and dropped, so that the sender gets to hear why instead of
 * a broken connection; a sender who goes on far beyond is cut off.
 */
final class BodyReader {

    private static final long DROP_LIMIT = 64L * 1024 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long seen;

    private BodyReader() {}

    static Mono<byte[]> read(ServerHttpRequest request) {
        return request.getBody().collect(BodyReader::new, BodyReader::add).map(BodyReader::bytes);
    }

    private void add(DataBuffer buffer) {
        try {
            int count = buffer.readableByteCount();
            seen += count;
            if (seen <= Json.MAX_BYTES) {
                byte[] bytes = new byte[count];
                buffer.read(bytes);
                kept.writeBytes(bytes);
            } else {
                kept.reset();
            }
        } finally {
            DataBufferUtils.release(buffer);
        }
        if (seen > DROP_LIMIT) {
            throw tooLarge();
        }
    }

    private byte[] bytes() {
        if (seen > Json.MAX_BYTES) {
            throw tooLarge();
        }
        return kept.toByteArray();
    }

    private static RuntimeException tooLarge() {
        return new Problem.TooLarge(Json.MAX_BYTES).asException();
    }
}
