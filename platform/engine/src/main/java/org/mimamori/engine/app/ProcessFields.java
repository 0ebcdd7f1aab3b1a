package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Option;
import tools.jackson.databind.JsonNode;

/** Gives the fields of the status and the assignee what the process says of them: it alone is the place of both. */
final class ProcessFields {

    private ProcessFields() {}

    /** The form as the process makes it, which conditions can then mention. */
    static Form in(Form form, JsonNode process) {
        boolean enabled = Json.flag(process, "enable", false);
        List<Option> statuses = options(process);
        List<Field> top = form.fields().top().stream()
                .map(field -> field.inProcess(enabled, statuses))
                .toList();
        return new Form(new FormFields(top), form.groups(), form.declared());
    }

    private static List<Option> options(JsonNode process) {
        List<Option> options = new ArrayList<>();
        for (Map.Entry<String, JsonNode> state : ordered(process)) {
            options.add(new Option(Json.text(state.getValue(), "name", state.getKey()), options.size()));
        }
        return options;
    }

    /** The statuses as the definition has them, from the first to the last. */
    static List<Map.Entry<String, JsonNode>> ordered(JsonNode process) {
        List<Map.Entry<String, JsonNode>> states =
                new ArrayList<>(process.path("states").properties());
        Map<String, Integer> positions = new HashMap<>();
        states.forEach(state -> positions.put(state.getKey(), Json.whole(state.getValue(), "index", positions.size())));
        states.sort(Comparator.comparingInt(state -> positions.getOrDefault(state.getKey(), 0)));
        return states;
    }
}
