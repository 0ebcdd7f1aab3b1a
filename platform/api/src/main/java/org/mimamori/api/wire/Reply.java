package org.mimamori.api.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** What a call answers: a status and a JSON object, already written. */
public record Reply(int status, byte[] json) {

    /** Success with nothing to say; never an empty body, which some clients cannot read. */
    public static final Reply EMPTY = new Reply(200, "{}".getBytes(StandardCharsets.UTF_8));

    public static Reply of(ObjectNode body) {
        return of(200, body);
    }

    public static Reply of(int status, ObjectNode body) {
        return new Reply(status, Json.MAPPER.writeValueAsBytes(body));
    }

    /** A reply written piece by piece, for what would be large as a tree. */
    public static Reply write(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
            content.accept(out);
        }
        return new Reply(200, bytes.toByteArray());
    }

    /** The JSON as text, to stand inside another reply. */
    public String text() {
        return new String(json, StandardCharsets.UTF_8);
    }
}
