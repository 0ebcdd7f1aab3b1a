package org.mimamori.engine.settings;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that differs between two definitions of an app.
 *
 * @param pointer JSON pointer of the part (RFC 6901)
 * @param before what stood there; null where nothing did
 * @param after what stands there now; null where nothing does
 */
public record Difference(
        String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {}
