package org.mimamori.embedded.filter;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.bson.Missing;

/** A dotted path, walked as queries walk it: through the elements of any array on the way. */
public record FieldPath(String dotted, List<String> parts) {

    public static FieldPath of(String dotted) {
        return new FieldPath(dotted, List.of(dotted.split("\\.", -1)));
    }

    /** Whether any value the path leads to passes the test. */
    public boolean any(Document document, ValueTest test) {
        return any(document, 0, test);
    }

    private boolean any(@Nullable Object value, int depth, ValueTest test) {
        if (depth == parts.size()) {
            return leaf(value, test);
        }
        return switch (value) {
            case Document document -> any(get(document, parts.get(depth)), depth + 1, test);
            case List<?> list -> anyElement(list, depth, test);
            case null, default -> test.test(Missing.MISSING);
        };
    }

    private boolean anyElement(List<?> list, int depth, ValueTest test) {
        String part = parts.get(depth);
        if (FieldTree.isPosition(part) && part.length() < 8) {
            int position = Integer.parseInt(part);
            if (position < list.size() && any(list.get(position), depth + 1, test)) {
                return true;
            }
        }
        for (Object element : list) {
            if (element instanceof Document && any(element, depth, test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean leaf(@Nullable Object value, ValueTest test) {
        if (value instanceof List<?> list && !test.wholeOnly()) {
            for (Object element : list) {
                if (test.test(element)) {
                    return true;
                }
            }
        }
        return test.test(value);
    }

    /** The value of a field, or {@link Missing}. */
    public static @Nullable Object get(Document document, String name) {
        Object value = document.get(name);
        return value == null && !document.containsKey(name) ? Missing.MISSING : value;
    }
}
