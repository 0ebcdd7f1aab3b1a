package org.mimamori.embedded.update;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.FieldPath;
import org.mimamori.embedded.filter.TypeName;

/** One place in a document that is being changed, named by field names and array positions. */
record Place(Document root, List<String> path) {

    private static final int MOST_PADDING = 1_500_000;

    @Nullable
    Object get() {
        Object value = root;
        for (String part : path) {
            value = child(value, part);
        }
        return value;
    }

    private static @Nullable Object child(@Nullable Object value, String part) {
        return switch (value) {
            case Document document -> FieldPath.get(document, part);
            case List<?> list
            when FieldTree.isPosition(part) ->
                Integer.parseInt(part) < list.size() ? list.get(Integer.parseInt(part)) : Missing.MISSING;
            case null, default -> Missing.MISSING;
        };
    }

    /** Sets the value, making documents and padding arrays on the way. */
    void set(@Nullable Object value) {
        Object container = root;
        for (String part : path.subList(0, path.size() - 1)) {
            Object next = child(container, part);
            if (next == Missing.MISSING) {
                next = new Document();
                put(container, part, next);
            }
            container = next;
        }
        put(container, path.getLast(), value);
    }

    @SuppressWarnings("unchecked")
    private void put(@Nullable Object container, String part, @Nullable Object value) {
        if (container instanceof Document document) {
            document.put(part, value);
        } else if (container instanceof List<?> && FieldTree.isPosition(part) && part.length() < 8) {
            putElement((List<@Nullable Object>) container, Integer.parseInt(part), value);
        } else {
            throw new CommandException(
                    28,
                    "PathNotViable",
                    "Cannot create field '" + part + "' in element of type " + TypeName.nameOf(container)
                            + " on the path " + String.join(".", path));
        }
    }

    private static void putElement(List<@Nullable Object> list, int position, @Nullable Object value) {
        if (position - list.size() > MOST_PADDING) {
            throw CommandException.badValue("cannot pad an array to position " + position);
        }
        while (list.size() <= position) {
            list.add(null);
        }
        list.set(position, value);
    }

    /** Removes the field; an element of an array becomes null instead, so that the others keep their places. */
    void unset() {
        Object container = new Place(root, path.subList(0, path.size() - 1)).get();
        if (container instanceof Document document) {
            document.remove(path.getLast());
        } else if (container instanceof List<?> && get() != Missing.MISSING) {
            set(null);
        }
    }

    boolean isInArray() {
        Object container = root;
        for (String part : path) {
            if (container instanceof List<?>) {
                return true;
            }
            container = child(container, part);
        }
        return false;
    }

    @Override
    public String toString() {
        return String.join(".", path);
    }
}
