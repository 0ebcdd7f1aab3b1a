package org.mimamori.api.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.mimamori.engine.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How JSON from outside is read: exactly and within bounds. Numbers keep every digit, a key may stand only once, and
 * nesting, tokens and lengths are limited so that no small text becomes a large tree.
 */
public final class Json {

    /** Largest body of a call, in bytes; a bulk request of 2,000 ordinary records fits. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final int MAX_DEPTH = 64;
    private static final long MAX_TOKENS = 1_000_000;
    private static final int MAX_DIGITS = 400;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .maxNumberLength(MAX_DIGITS)
                            .maxNameLength(10_000)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The JSON object a body holds, or {@code BadJson}. */
    public static ObjectNode read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode tree = MAPPER.readTree(text);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new Problem.BadJson("not an object").asException();
        } catch (CharacterCodingException e) {
            throw new Problem.BadJson("not UTF-8").asException();
        } catch (JacksonException e) {
            throw new Problem.BadJson(e.getOriginalMessage()).asException();
        }
    }
}
