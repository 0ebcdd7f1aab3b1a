package org.mimamori.embedded.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.FieldPath;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.order.KeyWriter;

/** Finds the keys under which a document stands in an index: one, or one per element of an array on the way. */
final class IndexKeys {

    private final IndexDefinition definition;
    private final List<List<String>> paths;
    private final List<List<String>> read;
    private final Filter partial;

    IndexKeys(IndexDefinition definition) {
        this.definition = definition;
        this.paths = definition.parts().stream()
                .map(part -> FieldPath.of(part.path()).parts())
                .toList();
        this.read = definition.paths().stream()
                .map(path -> FieldPath.of(path).parts())
                .toList();
        this.partial = definition.partialFilter();
    }

    /**
     * The keys of one document as its arrays have them, some perhaps more than once, and a bit for each part of the
     * index that met an array.
     */
    record Keys(List<byte[]> keys, long multikey) {
        static final Keys NONE = new Keys(List.of(), 0);

        /** Those that are not among the others. */
        List<byte[]> without(Keys others) {
            if (keys.isEmpty() || others.keys.isEmpty()) {
                return keys;
            }
            TreeSet<byte[]> left = new TreeSet<>(Arrays::compareUnsigned);
            left.addAll(keys);
            others.keys.forEach(left::remove);
            return List.copyOf(left);
        }
    }

    /** Whether the two surely stand under the same keys, because they hold the same values; told without the keys. */
    boolean areSame(Document before, Document after) {
        for (List<String> path : read) {
            if (!Objects.equals(reached(before, path), reached(after, path))) {
                return false;
            }
        }
        return true;
    }

    /** What the path leads to, or what stands in its way. */
    private static @Nullable Object reached(Document document, List<String> path) {
        Object value = document;
        for (int i = 0; i < path.size() && value instanceof Document inner; i++) {
            value = FieldPath.get(inner, path.get(i));
        }
        return value;
    }

    Keys of(Document document) {
        if (!partial.matches(document)) {
            return Keys.NONE;
        }
        Walk walk = new Walk();
        @Nullable Object[] values = new @Nullable Object[paths.size()];
        Arrays.fill(values, document);
        walk.expand(values, new int[paths.size()]);
        if (definition.sparse() && !walk.present) {
            return Keys.NONE;
        }
        return new Keys(walk.keys, walk.multikey);
    }

    private final class Walk {

        private final List<byte[]> keys = new ArrayList<>();
        private long multikey;
        private boolean present;

        /** Goes down every path until an array stands in the way, then once more for each of its elements. */
        private void expand(@Nullable Object[] values, int[] depths) {
            List<?> array = null;
            for (int i = 0; i < values.length; i++) {
                descend(values, depths, i);
                if (values[i] instanceof List<?> list
                        && depths[i] <= paths.get(i).size()) {
                    array = requireSame(array, list);
                    multikey |= 1L << i;
                }
            }
            if (array == null) {
                add(values);
            } else if (array.isEmpty()) {
                expand(step(values, depths, array, new BsonUndefined()), stepped(values, depths, array));
            } else {
                for (Object element : array) {
                    expand(step(values, depths, array, element), stepped(values, depths, array));
                }
            }
        }

        private List<?> requireSame(@Nullable List<?> seen, List<?> list) {
            if (seen != null && seen != list) {
                throw new CommandException(171, "CannotIndexParallelArrays", "cannot index parallel arrays");
            }
            return list;
        }

        private void descend(@Nullable Object[] values, int[] depths, int i) {
            List<String> path = paths.get(i);
            while (depths[i] < path.size() && !(values[i] instanceof List<?>)) {
                values[i] = values[i] instanceof Document document
                        ? FieldPath.get(document, path.get(depths[i]))
                        : Missing.MISSING;
                depths[i]++;
            }
        }

        private @Nullable Object[] step(
                @Nullable Object[] values, int[] depths, List<?> array, @Nullable Object element) {
            @Nullable Object[] next = values.clone();
            for (int i = 0; i < values.length; i++) {
                if (values[i] == array) {
                    boolean leaf = depths[i] >= paths.get(i).size();
                    next[i] = leaf || element instanceof Document ? element : Missing.MISSING;
                }
            }
            return next;
        }

        /** A path that ended at the array is done with its element, even if that is an array in turn. */
        private int[] stepped(@Nullable Object[] values, int[] depths, List<?> array) {
            int[] next = depths.clone();
            for (int i = 0; i < values.length; i++) {
                if (values[i] == array && depths[i] >= paths.get(i).size()) {
                    next[i] = paths.get(i).size() + 1;
                }
            }
            return next;
        }

        private void add(@Nullable Object[] values) {
            KeyWriter writer = new KeyWriter();
            for (int i = 0; i < values.length; i++) {
                present |= values[i] != Missing.MISSING;
                writer.add(values[i], definition.parts().get(i).descending());
            }
            keys.add(writer.toByteArray());
        }
    }
}
