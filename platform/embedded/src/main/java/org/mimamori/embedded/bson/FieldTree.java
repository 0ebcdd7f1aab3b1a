package org.mimamori.embedded.bson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a document that somebody will look at; the rest need not be decoded. */
public final class FieldTree {

    /** Everything below this point. */
    public static final FieldTree ALL = new FieldTree();

    private final Map<String, FieldTree> children = new LinkedHashMap<>();

    /** The children once more, to be found by the bytes of a name; made when first needed. */
    private volatile Child @Nullable [] inBytes;

    /** A field that is looked at, and what of it. */
    record Child(String name, byte[] utf8, FieldTree tree) {}

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

    /** The child whose name stands in the bytes from one place to another. Of no use for {@link #ALL}. */
    @Nullable
    Child child(byte[] bytes, int from, int to) {
        for (Child child : inBytes()) {
            if (Arrays.equals(child.utf8, 0, child.utf8.length, bytes, from, to)) {
                return child;
            }
        }
        return null;
    }

    private Child[] inBytes() {
        Child[] made = inBytes;
        if (made == null) {
            made = children.entrySet().stream()
                    .map(entry -> new Child(
                            entry.getKey(), entry.getKey().getBytes(StandardCharsets.UTF_8), entry.getValue()))
                    .toArray(Child[]::new);
            inBytes = made;
        }
        return made;
    }

    int size() {
        return this == ALL ? Integer.MAX_VALUE : children.size();
    }
}
