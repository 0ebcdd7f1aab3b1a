package org.mimamori.engine.store;

import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Finds files in values whose field is no longer known. */
final class FileKeys {

    private FileKeys() {}

    /** Adds the keys of all files that are held in a value, however deep. */
    static void collect(@Nullable Object held, Set<String> keys) {
        if (held instanceof Document document) {
            if (document.get(ValueWriter.FILE_KEY) instanceof String key
                    && document.containsKey(ValueWriter.FILE_SIZE)) {
                keys.add(key);
            }
            document.values().forEach(value -> collect(value, keys));
        } else if (held instanceof Iterable<?> list) {
            list.forEach(value -> collect(value, keys));
        }
    }
}
