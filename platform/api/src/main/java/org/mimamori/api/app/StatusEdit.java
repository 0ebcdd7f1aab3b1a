package org.mimamori.api.app;

import java.util.HashMap;
import java.util.Map;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.engine.process.ProcessDefinition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes the process of a definition as a call of kintone's asks: what is not given stays, statuses that are not given
 * go, and a status goes by the name it has until now.
 */
final class StatusEdit {

    private static final String STATES = "states";
    private static final String ACTIONS = "actions";
    private static final String NAME = "name";

    private final Parameters parameters;
    private final ProcessDefinition live;
    private final Map<String, String> renamed = new HashMap<>();

    /** @param live the process by which the records stand now */
    StatusEdit(Parameters parameters, ProcessDefinition live) {
        this.parameters = parameters;
        this.live = live;
    }

    void apply(ObjectNode definition) {
        ObjectNode process = definition.get("process") instanceof ObjectNode there ? there : Json.object();
        definition.set("process", process);
        if (parameters.has("enable")) {
            process.put("enable", parameters.flag("enable"));
        }
        if (parameters.has(STATES)) {
            process.set(STATES, states(process.path(STATES)));
        }
        if (parameters.has(ACTIONS)) {
            process.set(ACTIONS, actions());
        } else {
            process.path(ACTIONS).forEach(action -> follow((ObjectNode) action));
        }
        if (process.path("enable").asBoolean(false) && process.path(STATES).isEmpty()) {
            DefaultProcess.into(process, definition.path("language").asString("ja"));
        }
    }

    private ObjectNode states(JsonNode before) {
        ObjectNode after = Json.object();
        Parameters given = parameters.object(STATES);
        for (String name : parameters.json(STATES).propertyNames()) {
            Parameters status = given.object(name);
            String next = status.text(NAME, name);
            String key = before(before, name, next);
            if (after.has(key)) {
                throw status.refuse(NAME, "formerStatusName", next);
            }
            ObjectNode state = status.tree();
            after.set(key, state.put(NAME, next));
            renamed.put(name, next);
        }
        return after;
    }

    /** The name under which records stand in the status: its own when no record can. */
    private String before(JsonNode before, String name, String next) {
        if (live.status(name).isPresent()) {
            return name;
        }
        for (Map.Entry<String, JsonNode> known : before.properties()) {
            if (known.getValue().path(NAME).asString(known.getKey()).equals(name)) {
                return live.status(known.getKey()).isPresent() ? known.getKey() : next;
            }
        }
        return next;
    }

    private ArrayNode actions() {
        ArrayNode actions = Json.object().putArray(ACTIONS);
        parameters.rawObjects(ACTIONS).forEach(actions::add);
        return actions;
    }

    /** An action follows the statuses it lies between when they get other names. */
    private void follow(ObjectNode action) {
        for (String end : new String[] {"from", "to"}) {
            String name = action.path(end).asString("");
            action.put(end, renamed.getOrDefault(name, name));
        }
    }
}
