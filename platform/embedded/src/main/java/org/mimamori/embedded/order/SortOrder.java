package org.mimamori.embedded.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.FieldPath;

/** The order a query asks for. An array counts as its least element, or its greatest if the order is descending. */
public record SortOrder(List<Part> parts) {

    public static final SortOrder NONE = new SortOrder(List.of());

    /** One field of the order. */
    public record Part(FieldPath path, boolean descending) {}

    public static SortOrder parse(@Nullable Document spec) {
        if (spec == null || spec.isEmpty()) {
            return NONE;
        }
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Object> entry : spec.entrySet()) {
            parts.add(new Part(FieldPath.of(entry.getKey()), isDescending(entry.getKey(), entry.getValue())));
        }
        return new SortOrder(List.copyOf(parts));
    }

    private static boolean isDescending(String path, @Nullable Object direction) {
        if (direction instanceof Document) {
            throw CommandException.notImplemented("$meta in a sort");
        }
        if (direction instanceof Number number && Math.abs(Numbers.toDouble(number)) == 1) {
            return Numbers.toDouble(number) < 0;
        }
        throw CommandException.badValue("Illegal value for sort direction of " + path + ": must be 1 or -1");
    }

    public boolean isNone() {
        return parts.isEmpty();
    }

    public List<String> paths() {
        return parts.stream().map(part -> part.path().dotted()).toList();
    }

    /** Bytes that sort as the document does in this order. */
    public byte[] key(Document document) {
        KeyWriter writer = new KeyWriter();
        for (Part part : parts) {
            writer.add(valueOf(document, part), part.descending());
        }
        return writer.toByteArray();
    }

    private static @Nullable Object valueOf(Document document, Part part) {
        if (part.path().parts().size() == 1) {
            Object value = document.get(part.path().dotted());
            if (!(value instanceof List<?>)) {
                return value;
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        collect(document, part.path().parts(), 0, values);
        Object best = values.getFirst();
        for (Object value : values) {
            int comparison = ValueOrder.INSTANCE.compare(value, best);
            if (part.descending() ? comparison > 0 : comparison < 0) {
                best = value;
            }
        }
        return best;
    }

    private static void collect(@Nullable Object value, List<String> path, int depth, List<@Nullable Object> into) {
        if (value instanceof List<?> list) {
            collectElements(list, path, depth, into);
        } else if (depth == path.size()) {
            into.add(value);
        } else if (value instanceof Document document) {
            collect(FieldPath.get(document, path.get(depth)), path, depth + 1, into);
        } else {
            into.add(Missing.MISSING);
        }
    }

    private static void collectElements(List<?> list, List<String> path, int depth, List<@Nullable Object> into) {
        boolean leaf = depth == path.size();
        if (!leaf && FieldTree.isPosition(path.get(depth))) {
            int position = Integer.parseInt(path.get(depth));
            collect(position < list.size() ? list.get(position) : Missing.MISSING, path, depth + 1, into);
            return;
        }
        if (list.isEmpty()) {
            into.add(leaf ? new BsonUndefined() : Missing.MISSING);
        }
        for (Object element : list) {
            if (leaf) {
                into.add(element);
            } else if (element instanceof Document) {
                collect(element, path, depth, into);
            } else {
                into.add(Missing.MISSING);
            }
        }
    }
}
