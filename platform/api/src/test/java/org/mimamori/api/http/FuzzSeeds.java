package org.mimamori.api.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sound calls from which unsound ones are made: at least one for every method and path that is served. */
final class FuzzSeeds {

    /** Names of parameters and properties that no seed has. */
    private static final List<String> MORE_NAMES = List.of(
            "app", "id", "ids", "record", "records", "query", "fields", "lang", "revision", "size", "name", "x");

    private FuzzSeeds() {}

    /** A sound call. */
    record Seed(String method, String path, JsonNode body) {}

    /** The seeds of a file, and a call without parameters for what the file does not have. */
    static List<Seed> of(TestServer server) {
        List<Seed> seeds = new ArrayList<>();
        Set<String> known = new HashSet<>();
        ObjectNode file = TestServer.resource("fuzz-seeds.json");
        for (JsonNode seed : file.path("seeds")) {
            String text = seed.toString()
                    .replace("\"@register\"", Long.toString(server.app("child_register")))
                    .replace("\"@every\"", Long.toString(server.app("every_field")))
                    .replace("\"@daily\"", Long.toString(server.app("att_daily")));
            ObjectNode sound = RequestFuzzer.parse(text);
            seeds.add(
                    new Seed(sound.path("method").asString(), sound.path("path").asString(), sound.path("body")));
            known.add(sound.path("method").asString() + " " + sound.path("path").asString());
        }
        for (String call : server.calls()) {
            String concrete = call.replace("{code}", "child_register").replaceAll("\\{[^}]*}", "1");
            if (known.add(concrete)) {
                String[] parts = concrete.split(" ", 2);
                seeds.add(new Seed(
                        parts[0], parts[1], RequestFuzzer.parse("{\"app\":" + server.app("every_field") + "}")));
            }
        }
        return List.copyOf(seeds);
    }

    /** Every property name of the seeds. */
    static List<String> names(List<Seed> seeds) {
        Set<String> names = new TreeSet<>(MORE_NAMES);
        seeds.forEach(seed -> collect(seed.body(), names));
        return List.copyOf(names);
    }

    private static void collect(JsonNode node, Set<String> names) {
        names.addAll(RequestFuzzer.copyOf(node.propertyNames()));
        node.forEach(child -> collect(child, names));
    }
}
