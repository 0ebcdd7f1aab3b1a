package org.mimamori.api.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.error.CallProblem;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the parameters of a query string. Lists come as {@code ids[0]=1&ids[1]=2}, {@code ids[]=1} or a lone
 * {@code ids=1}; an empty value means that the parameter is not given (docs/kintone-compat.md, transport).
 */
final class QueryString {

    private static final Pattern INDEXED = Pattern.compile("(.+)\\[(\\d{0,9})]");

    private final ObjectNode plain = Json.object();
    private final Map<String, TreeMap<Integer, String>> lists = new LinkedHashMap<>();

    private QueryString() {}

    static ObjectNode read(@Nullable String raw) {
        QueryString reader = new QueryString();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                reader.add(pair);
            }
        }
        return reader.tree();
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (name.isEmpty() || value.isEmpty()) {
            return;
        }
        Matcher indexed = INDEXED.matcher(name);
        if (!indexed.matches()) {
            plain.put(name, value);
            return;
        }
        TreeMap<Integer, String> list =
                lists.computeIfAbsent(indexed.group(1), n -> new TreeMap<>(Comparator.naturalOrder()));
        String index = indexed.group(2);
        list.put(index.isEmpty() ? list.size() : Integer.parseInt(index), value);
    }

    private ObjectNode tree() {
        lists.forEach((name, values) -> {
            var array = plain.putArray(name);
            List.copyOf(values.values()).forEach(array::add);
        });
        return plain;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new CallProblem.IllegalCall("percent encoding").asException();
        }
    }
}
