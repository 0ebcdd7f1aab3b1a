package org.mimamori.embedded.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.FieldPath;

/** Dotted paths as a tree, by which documents are copied or thinned, through arrays on the way. */
public final class PathSet {

    private final Map<String, PathSet> children = new LinkedHashMap<>();
    private final Set<String> paths = new LinkedHashSet<>();

    /** Adds a path, which must neither contain nor be contained in one that is there. */
    public void add(String path) {
        paths.add(path);
        PathSet node = this;
        String[] parts = path.split("\\.", -1);
        for (int i = 0; i < parts.length; i++) {
            PathSet known = node.children.get(parts[i]);
            boolean last = i == parts.length - 1;
            if (known != null && (last || known.children.isEmpty())) {
                throw CommandException.location(31250, "Path collision at " + path);
            }
            node = node.children.computeIfAbsent(parts[i], part -> new PathSet());
        }
    }

    public Set<String> paths() {
        return paths;
    }

    public boolean isEmpty() {
        return children.isEmpty();
    }

    PathSet without(Collection<String> others) {
        PathSet rest = new PathSet();
        paths.stream().filter(path -> !others.contains(path)).forEach(rest::add);
        return rest;
    }

    /** Copies the fields of this set, in the order they have in the document. */
    public void copy(Document from, Document into) {
        from.forEach((name, value) -> {
            PathSet child = children.get(name);
            if (child != null) {
                Object kept = child.kept(value);
                if (kept != Missing.MISSING) {
                    into.put(name, kept);
                }
            }
        });
    }

    private @Nullable Object kept(@Nullable Object value) {
        if (children.isEmpty()) {
            return value;
        }
        return switch (value) {
            case Document document -> {
                Document copy = new Document();
                copy(document, copy);
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copies = new ArrayList<>();
                for (Object element : list) {
                    Object copy = kept(element);
                    if (copy != Missing.MISSING) {
                        copies.add(copy);
                    }
                }
                yield copies;
            }
            case null, default -> Missing.MISSING;
        };
    }

    /** A copy of the document without the fields of this set. */
    public Document drop(Document from) {
        Document copy = new Document();
        from.forEach((name, value) -> {
            PathSet child = children.get(name);
            if (child == null) {
                copy.put(name, value);
            } else if (!child.children.isEmpty()) {
                copy.put(name, child.thinned(value));
            }
        });
        return copy;
    }

    private @Nullable Object thinned(@Nullable Object value) {
        return switch (value) {
            case Document document -> drop(document);
            case List<?> list -> {
                List<@Nullable Object> copies = new ArrayList<>();
                list.forEach(element -> copies.add(thinned(element)));
                yield copies;
            }
            case null, default -> value;
        };
    }

    /** Sets a value, making documents on the way, and reaching into every element of an array. */
    public static void put(Document document, String path, @Nullable Object value) {
        put(document, List.of(path.split("\\.", -1)), 0, value);
    }

    private static void put(Document document, List<String> parts, int depth, @Nullable Object value) {
        String name = parts.get(depth);
        if (depth == parts.size() - 1) {
            document.put(name, value);
            return;
        }
        document.put(name, with(document.get(name), parts, depth + 1, value));
    }

    private static Object with(@Nullable Object old, List<String> parts, int depth, @Nullable Object value) {
        if (old instanceof List<?> list) {
            List<@Nullable Object> copies = new ArrayList<>();
            list.forEach(element -> copies.add(with(element, parts, depth, value)));
            return copies;
        }
        Document copy = old instanceof Document nested ? new Document(nested) : new Document();
        put(copy, parts, depth, value);
        return copy;
    }

    /** Changes the value at a path if it is there. */
    static void replace(Document document, List<String> parts, UnaryOperator<@Nullable Object> change) {
        String name = parts.getFirst();
        Object value = FieldPath.get(document, name);
        if (value == Missing.MISSING) {
            return;
        }
        if (parts.size() > 1) {
            if (value instanceof Document nested) {
                Document copy = new Document(nested);
                replace(copy, parts.subList(1, parts.size()), change);
                document.put(name, copy);
            }
            return;
        }
        Object changed = change.apply(value);
        if (changed == Missing.MISSING) {
            document.remove(name);
        } else {
            document.put(name, changed);
        }
    }
}
