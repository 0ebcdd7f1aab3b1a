package org.mimamori.engine.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What differs between two definitions, part by part. */
final class JsonDiff {

    private final List<Difference> found = new ArrayList<>();

    private JsonDiff() {}

    static List<Difference> between(ObjectNode before, ObjectNode after) {
        JsonDiff diff = new JsonDiff();
        diff.compare("", before, after);
        return List.copyOf(diff.found);
    }

    private void compare(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        switch (before) {
            case ObjectNode old when after instanceof ObjectNode now -> objects(pointer, old, now);
            case ArrayNode old when after instanceof ArrayNode now -> arrays(pointer, old, now);
            case null, default -> {
                if (before == null || !before.equals(after)) {
                    found.add(new Difference(pointer, before, after));
                }
            }
        }
    }

    private void objects(String pointer, ObjectNode before, ObjectNode after) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            String step = name.replace("~", "~0").replace("/", "~1");
            compare(pointer + "/" + step, before.get(name), after.get(name));
        }
    }

    private void arrays(String pointer, ArrayNode before, ArrayNode after) {
        int size = Math.max(before.size(), after.size());
        for (int i = 0; i < size; i++) {
            compare(pointer + "/" + i, before.get(i), after.get(i));
        }
    }
}
