package org.mimamori.embedded.bson;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a document that somebody will look at; the rest need not be decoded. */
public final class FieldTree {

    /** Everything below this point. */
    public static final FieldTree ALL = new FieldTree();

    private final Map<String, FieldTree> children = new HashMap<>();

    private FieldTree() {}

    /** The tree that holds these dotted paths. A path with a position in it ({@code a.0}) asks for the whole array. */
    public static FieldTree of(Collection<String> paths) {
        FieldTree tree = new FieldTree();
        paths.forEach(tree::add);
        return tree;
    }

    private void add(String path) {
        FieldTree node = this;
        String[] parts = path.split("\\.", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean whole = i == parts.length - 1 || isPosition(parts[i + 1]);
            FieldTree child = node.children.get(parts[i]);
            if (child == ALL) {
                return;
            }
            if (whole) {
                node.children.put(parts[i], ALL);
                return;
            }
            node = node.children.computeIfAbsent(parts[i], part -> new FieldTree());
        }
    }

    /** Whether a part of a path can only mean a place in an array, or a field with digits for a name. */
    public static boolean isPosition(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Nullable
    FieldTree child(String name) {
        return this == ALL ? ALL : children.get(name);
    }

    int size() {
        return this == ALL ? Integer.MAX_VALUE : children.size();
    }
}
