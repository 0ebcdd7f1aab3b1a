package org.mimamori.embedded.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.expression.Expression;
import org.mimamori.embedded.expression.ExpressionParser;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.order.Numbers;

/** What of each document to give back: some fields, or all but some, and values computed from others. */
public final class Projection {

    private final PathSet named = new PathSet();
    private final Map<String, Expression> computed = new LinkedHashMap<>();
    private final Map<String, ArrayPart> arrayParts = new LinkedHashMap<>();
    private final Set<String> read = new TreeSet<>();
    private final boolean inclusive;
    private final boolean withId;

    private Projection(Document spec) {
        Boolean kind = null;
        for (Map.Entry<String, Object> entry : spec.entrySet()) {
            Boolean sign = add(entry.getKey(), entry.getValue());
            if (sign != null && !entry.getKey().equals("_id")) {
                kind = requireSame(kind, sign, entry.getKey());
            }
        }
        boolean idAsked = spec.containsKey("_id") && isSwitch(spec.get("_id"));
        boolean idOn = idAsked && isOn(spec.get("_id"));
        inclusive = kind == null ? idOn || !computed.isEmpty() || hasElementMatch() : kind;
        withId = !idAsked || idOn;
    }

    public static Projection parse(Document spec) {
        return new Projection(spec);
    }

    /** Notes one field; returns whether it is named to be kept or left out, or null if it is computed. */
    private @Nullable Boolean add(String path, @Nullable Object value) {
        if (path.endsWith(".$") || path.equals("$")) {
            throw CommandException.notImplemented("the positional projection " + path);
        }
        if (isSwitch(value)) {
            if (!path.equals("_id")) {
                named.add(path);
            }
            return isOn(value);
        }
        if (value instanceof Document operators && ArrayPart.isOne(operators)) {
            arrayParts.put(path, ArrayPart.parse(operators));
            named.add(path);
            return null;
        }
        ExpressionParser parser = new ExpressionParser();
        computed.put(path, parser.parse(value));
        read.addAll(parser.paths());
        return Boolean.TRUE;
    }

    private static boolean isSwitch(@Nullable Object value) {
        return value instanceof Boolean || value instanceof Number;
    }

    private static boolean isOn(@Nullable Object value) {
        return value instanceof Number number ? Numbers.toDouble(number) != 0 : Boolean.TRUE.equals(value);
    }

    private static Boolean requireSame(@Nullable Boolean kind, Boolean sign, String path) {
        if (kind != null && !kind.equals(sign)) {
            String what = sign
                    ? "inclusion on field " + path + " in exclusion"
                    : "exclusion on field " + path + " in inclusion";
            throw CommandException.location(sign ? 31253 : 31254, "Cannot do " + what + " projection");
        }
        return sign;
    }

    private boolean hasElementMatch() {
        return arrayParts.values().stream().anyMatch(ArrayPart::selects);
    }

    public boolean isInclusive() {
        return inclusive;
    }

    /** The paths this projection looks at, which for one that leaves fields out are not all it gives back. */
    public Set<String> reads() {
        Set<String> paths = new TreeSet<>(read);
        paths.addAll(named.paths());
        paths.add("_id");
        return paths;
    }

    /** The part of a document this projection needs to see. */
    public FieldTree fields() {
        return inclusive && !read.contains(Expression.WHOLE) ? FieldTree.of(reads()) : FieldTree.ALL;
    }

    public Document apply(Document document, Scope scope) {
        Document result = inclusive ? included(document) : excluded(document);
        computed.forEach((path, expression) -> {
            Object value = expression.evaluate(scope.with(document));
            if (value != Missing.MISSING) {
                PathSet.put(result, path, value);
            }
        });
        return result;
    }

    private Document included(Document document) {
        Document result = new Document();
        if (withId && document.containsKey("_id")) {
            result.put("_id", document.get("_id"));
        }
        named.copy(document, result);
        cutArrays(result);
        return result;
    }

    private Document excluded(Document document) {
        Document result = new Document(document);
        if (!withId) {
            result.remove("_id");
        }
        PathSet dropped = named.without(arrayParts.keySet());
        Document rest = dropped.isEmpty() ? result : dropped.drop(result);
        cutArrays(rest);
        return rest;
    }

    private void cutArrays(Document result) {
        arrayParts.forEach((path, part) -> {
            List<String> parts = new ArrayList<>(List.of(path.split("\\.", -1)));
            PathSet.replace(result, parts, part::apply);
        });
    }
}
