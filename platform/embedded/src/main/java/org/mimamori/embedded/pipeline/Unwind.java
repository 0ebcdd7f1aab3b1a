package org.mimamori.embedded.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.FieldPath;
import org.mimamori.embedded.project.PathSet;

/** One document for each element of an array. */
record Unwind(String path, boolean keepEmpty, @Nullable String indexField) {

    static Stage parse(@Nullable Object spec) {
        Unwind unwind = switch (spec) {
            case String path -> new Unwind(path(path), false, null);
            case Document d ->
                new Unwind(
                        path(d.get("path")),
                        Boolean.TRUE.equals(d.get("preserveNullAndEmptyArrays")),
                        d.getString("includeArrayIndex"));
            case null, default ->
                throw CommandException.location(15981, "the $unwind stage must be a string or an object");
        };
        return Stage.passing((input, scope) -> input.flatMap(unwind::each), Set.of(unwind.path));
    }

    private static String path(@Nullable Object spec) {
        if (spec instanceof String text && text.startsWith("$") && text.length() > 1) {
            return text.substring(1);
        }
        throw CommandException.location(28818, "path option to $unwind stage should be prefixed with a '$': " + spec);
    }

    private Stream<Document> each(Document document) {
        Object value = valueIn(document);
        if (value instanceof List<?> list && !list.isEmpty()) {
            List<Document> all = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                all.add(with(document, list.get(i), (long) i));
            }
            return all.stream();
        }
        boolean empty = value == null || value == Missing.MISSING || value instanceof List<?>;
        if (!empty) {
            return Stream.of(with(document, value, null));
        }
        return keepEmpty ? Stream.of(withoutElement(document, value)) : Stream.empty();
    }

    private @Nullable Object valueIn(Document document) {
        Object value = document;
        for (String part : FieldPath.of(path).parts()) {
            value = value instanceof Document nested ? FieldPath.get(nested, part) : Missing.MISSING;
        }
        return value;
    }

    private Document with(Document document, @Nullable Object element, @Nullable Long index) {
        Document copy = new Document(document);
        PathSet.put(copy, path, element);
        if (indexField != null) {
            PathSet.put(copy, indexField, index);
        }
        return copy;
    }

    private Document withoutElement(Document document, @Nullable Object value) {
        PathSet gone = new PathSet();
        gone.add(path);
        Document copy = value instanceof List<?> ? gone.drop(document) : new Document(document);
        if (indexField != null) {
            PathSet.put(copy, indexField, null);
        }
        return copy;
    }
}
