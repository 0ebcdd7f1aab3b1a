package org.mimamori.api.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A problem as a caller is told of it.
 *
 * @param status HTTP status
 * @param code kintone's error code
 * @param errors messages by the place of the wrong value; empty when the whole call is at fault
 */
public record Explanation(int status, String code, String message, Map<String, List<String>> errors) {

    public Explanation {
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    /** The error body, under an id by which the log finds it. */
    public ObjectNode json(String id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("code", code).put("id", id).put("message", message);
        if (!errors.isEmpty()) {
            ObjectNode places = body.putObject("errors");
            errors.forEach((place, messages) -> {
                var list = places.putObject(place).putArray("messages");
                messages.forEach(list::add);
            });
        }
        return body;
    }
}
