package org.mimamori.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mimamori.api.http.FuzzSeeds.Seed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes calls nobody should make: sound ones with something broken in them, and sheer noise. */
final class RequestFuzzer {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Texts that have broken somebody's program. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "9223372036854775808",
            "1e400",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "\u0000",
            "\ud800",
            "\uFEFF見守り\u202E",
            "👨‍👩‍👧‍👦",
            "が".repeat(3000),
            "$where",
            "a.b",
            "$id",
            "__proto__",
            "'; drop table records; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "%s%n",
            "2026-02-30",
            "2026-13-01T25:61:00Z",
            "name = \"",
            "name like \"あ\" order by $id asc limit 501 offset 10001",
            "(((((((((name = \"a\")))))))))",
            "name in (",
            "not ((x)) and",
            "FROM_TODAY(99999999999, DAYS)",
            "updated = FROM_TODAY(1, CENTURIES)",
            "LOGINUSER()",
            "1/0",
            "IF(",
            "n*(n*(n*(n",
            "every_field",
            "child_register",
            "admin",
            "everyone");

    private final Random random;
    private final List<Seed> seeds;
    private final List<String> names;

    RequestFuzzer(long seed, List<Seed> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
        this.names = FuzzSeeds.names(seeds);
    }

    /**
     * One call.
     *
     * @param body the body as it is sent, JSON or not; empty for none
     */
    record Call(String method, String path, String contentType, String body) {
        boolean writes() {
            return !method.equals("GET");
        }
    }

    Call next() {
        Seed seed = pick(seeds);
        ObjectNode body = (ObjectNode) seed.body().deepCopy();
        int wounds = random.nextInt(4);
        for (int i = 0; i < wounds; i++) {
            wound(body, 0);
        }
        if (chance(20)) {
            body = noise();
        }
        return call(seed, body.toString());
    }

    private Call call(Seed seed, String body) {
        String method = chance(40) ? pick(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")) : seed.method();
        String path = chance(60) ? guest(seed.path()) : seed.path();
        String type = chance(40) ? pick(List.of("text/plain", "application/xml", "x", "")) : "application/json";
        return new Call(method, path, type, chance(25) ? torn(body) : body);
    }

    private String guest(String path) {
        return path.startsWith("/k/v1")
                ? "/k/guest/" + pick(List.of("1", "0", "x", "99999999999999999999")) + path.substring(2)
                : path + pick(List.of("x", "/", "/%20", ".json"));
    }

    /** A body that broke off, or in which a character changed. */
    private String torn(String body) {
        int at = random.nextInt(body.length());
        return switch (random.nextInt(3)) {
            case 0 -> body.substring(0, at);
            case 1 -> body.substring(0, at) + "\"{[}]:,\\x".charAt(random.nextInt(9)) + body.substring(at + 1);
            default -> "[".repeat(random.nextInt(200)) + body;
        };
    }

    private void wound(JsonNode node, int depth) {
        switch (node) {
            case ObjectNode object when !object.isEmpty() -> woundObject(object, depth);
            case ArrayNode array when !array.isEmpty() -> woundArray(array, depth);
            case ObjectNode object -> object.set(pick(names), any(depth));
            case ArrayNode array -> array.add(any(depth));
            default -> {}
        }
    }

    private void woundObject(ObjectNode object, int depth) {
        String name = pick(List.copyOf(object.propertyNames()));
        JsonNode child = object.get(name);
        if (child.isContainer() && random.nextInt(3) > 0) {
            wound(child, depth + 1);
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, any(depth));
            case 2 -> object.set(pick(TEXTS).isEmpty() ? "x" : pick(names), child.deepCopy());
            default -> object.set(name, NODES.stringNode(pick(TEXTS)));
        }
    }

    private void woundArray(ArrayNode array, int depth) {
        int at = random.nextInt(array.size());
        if (array.get(at).isContainer() && random.nextInt(3) > 0) {
            wound(array.get(at), depth + 1);
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> array.remove(at);
            case 1 -> array.set(at, any(depth));
            case 2 -> array.add(array.get(at).deepCopy());
            default -> repeat(array, at);
        }
    }

    private void repeat(ArrayNode array, int at) {
        JsonNode one = array.get(at).deepCopy();
        int times = chance(10) ? 1001 : 101;
        for (int i = 0; i < times; i++) {
            array.add(one);
        }
    }

    private ObjectNode noise() {
        ObjectNode body = NODES.objectNode();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            body.set(pick(names), any(0));
        }
        return body;
    }

    private JsonNode any(int depth) {
        return switch (random.nextInt(depth > 4 ? 6 : 8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(-2, 100));
            case 3 -> NODES.numberNode(random.nextDouble() * 1e30);
            case 4, 5 -> NODES.stringNode(pick(TEXTS));
            case 6 -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(any(depth + 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(pick(names), any(depth + 1));
                }
                yield object;
            }
        };
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    static ObjectNode parse(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    static List<String> copyOf(Iterable<String> texts) {
        List<String> copy = new ArrayList<>();
        texts.forEach(copy::add);
        return copy;
    }
}
