package org.mimamori.embedded.expression;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.FieldPath;

/** Paths as expressions walk them: over an array of documents they give the array of what each leads to. */
public final class ExpressionPath {

    private ExpressionPath() {}

    public static @Nullable Object get(Document document, String dotted) {
        return get(document, List.of(dotted.split("\\.", -1)), 0);
    }

    static @Nullable Object get(@Nullable Object value, List<String> parts, int depth) {
        if (depth == parts.size()) {
            return value;
        }
        return switch (value) {
            case Document document -> get(FieldPath.get(document, parts.get(depth)), parts, depth + 1);
            case List<?> list -> fromEach(list, parts, depth);
            case null, default -> Missing.MISSING;
        };
    }

    private static Object fromEach(List<?> list, List<String> parts, int depth) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof Document || element instanceof List<?>) {
                Object value = get(element, parts, depth);
                if (value != Missing.MISSING) {
                    found.add(value);
                }
            }
        }
        return found;
    }
}
