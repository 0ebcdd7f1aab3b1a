package org.mimamori.embedded.bson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The fields of a document that somebody will look at; the rest need not be decoded. */
public final class FieldTree {

    /** Everything below this point. */
    public static final FieldTree ALL = new FieldTree();

    private final Map<String, FieldTree> children = new HashMap<>();

    /** The children once more, side by side, with their names as documents hold them. */
    private byte[][] names = {};

    private String[] texts = {};
    private FieldTree[] nodes = {};

    private FieldTree() {}

    /** The tree that holds these dotted paths. A path with a position in it ({@code a.0}) asks for the whole array. */
    public static FieldTree of(Collection<String> paths) {
        FieldTree tree = new FieldTree();
        paths.forEach(tree::add);
        tree.settle();
        return tree;
    }

    private void settle() {
        texts = children.keySet().toArray(String[]::new);
        names = new byte[texts.length][];
        nodes = new FieldTree[texts.length];
        for (int i = 0; i < texts.length; i++) {
            FieldTree node = Objects.requireNonNull(children.get(texts[i]));
            names[i] = texts[i].getBytes(StandardCharsets.UTF_8);
            nodes[i] = node;
            if (node != ALL) {
                node.settle();
            }
        }
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

    /** The place of a child by its name in a document's bytes, or -1: most names are looked at and not wanted. */
    int find(byte[] bytes, int from, int to) {
        for (int i = 0; i < names.length; i++) {
            byte[] name = names[i];
            if (name.length == to - from && Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return i;
            }
        }
        return -1;
    }

    String name(int place) {
        return texts[place];
    }

    FieldTree child(int place) {
        return nodes[place];
    }

    int size() {
        return this == ALL ? Integer.MAX_VALUE : children.size();
    }
}
