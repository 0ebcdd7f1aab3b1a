package org.mimamori.embedded.update;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.filter.FieldPath;
import org.mimamori.embedded.filter.Filter;

/** Turns the placeholders of an update path into the positions they stand for in one document. */
final class TargetPaths {

    private final ArrayFilters arrayFilters;
    private final Update.Target target;
    private final Document document;

    TargetPaths(ArrayFilters arrayFilters, Update.Target target, Document document) {
        this.arrayFilters = arrayFilters;
        this.target = target;
        this.document = document;
    }

    List<List<String>> of(List<String> path) {
        List<List<String>> found = new ArrayList<>();
        expand(document, path, 0, new ArrayList<>(), found);
        return found;
    }

    private void expand(
            @Nullable Object value, List<String> path, int depth, List<String> done, List<List<String>> found) {
        if (depth == path.size()) {
            found.add(List.copyOf(done));
            return;
        }
        String part = path.get(depth);
        if (part.equals("$")) {
            String position = Integer.toString(matchedPosition(done));
            follow(value, path, depth, done, found, position);
        } else if (part.startsWith("$[")) {
            everyElement(value, path, depth, done, found, part.substring(2, part.length() - 1));
        } else {
            follow(value, path, depth, done, found, part);
        }
    }

    private void follow(
            @Nullable Object value,
            List<String> path,
            int depth,
            List<String> done,
            List<List<String>> found,
            String part) {
        done.add(part);
        expand(childOf(value, part), path, depth + 1, done, found);
        done.removeLast();
    }

    private void everyElement(
            @Nullable Object value,
            List<String> path,
            int depth,
            List<String> done,
            List<List<String>> found,
            String name) {
        if (!(value instanceof List<?> list)) {
            throw CommandException.badValue("The path '" + String.join(".", done)
                    + "' must exist in the document and hold an array in order to apply array updates.");
        }
        for (int i = 0; i < list.size(); i++) {
            if (name.isEmpty() || arrayFilters.matches(name, list.get(i))) {
                follow(value, path, depth, done, found, Integer.toString(i));
            }
        }
    }

    private static @Nullable Object childOf(@Nullable Object value, String part) {
        return switch (value) {
            case Document document -> document.get(part);
            case List<?> list
            when FieldTree.isPosition(part) && Integer.parseInt(part) < list.size() -> list.get(Integer.parseInt(part));
            case null, default -> null;
        };
    }

    /** The first element of the array at the path that on its own makes the filter's demands on the array true. */
    private int matchedPosition(List<String> arrayPath) {
        String dotted = String.join(".", arrayPath);
        List<Filter.Field> demands = new ArrayList<>();
        collect(target.filter(), dotted, demands);
        Object array = document;
        for (String part : arrayPath) {
            array = childOf(array, part);
        }
        if (array instanceof List<?> list && !demands.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                if (isMatch(demands, arrayPath, list.get(i))) {
                    return i;
                }
            }
        }
        throw CommandException.badValue("The positional operator did not find the match needed from the query.");
    }

    private static void collect(Filter filter, String arrayPath, List<Filter.Field> into) {
        switch (filter) {
            case Filter.And and -> and.parts().forEach(part -> collect(part, arrayPath, into));
            case Filter.Or or -> or.parts().forEach(part -> collect(part, arrayPath, into));
            case Filter.Field field -> {
                String dotted = field.path().dotted();
                if (dotted.equals(arrayPath) || dotted.startsWith(arrayPath + ".")) {
                    into.add(field);
                }
            }
            case Filter.Not not -> {}
            case Filter.Computed computed -> {}
        }
    }

    /** MongoDB takes the position from the last demand it looked at; so does this. */
    private static boolean isMatch(List<Filter.Field> demands, List<String> arrayPath, @Nullable Object element) {
        List<@Nullable Object> only = new ArrayList<>();
        only.add(element);
        Object nested = only;
        for (String part : arrayPath.reversed()) {
            nested = new Document(part, nested);
        }
        Filter.Field last = demands.getLast();
        return new Filter.Field(FieldPath.of(last.path().dotted()), last.test()).matches((Document) nested);
    }
}
