package org.mimamori.embedded.store;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.store.SortedBytes.Entry;

/** Keys in unsigned order as they were at one moment. A bound that is null is open. */
public interface SortedKeys {

    /** Entries with {@code from <= key < to}, backwards if asked. */
    Iterator<Entry> entries(byte @Nullable [] from, byte @Nullable [] to, boolean reverse);

    /** How many keys there are with {@code from <= key < to}; of {@link Blocks} about how many. */
    long size(byte @Nullable [] from, byte @Nullable [] to);

    /** The entries that are left when so many are passed over. */
    Iterator<Entry> entriesAfter(long count, byte @Nullable [] from, byte @Nullable [] to, boolean reverse);

    /** The first of all keys, if there is any. */
    byte @Nullable [] firstKey();

    /** The first key that is not less than this one, if there is any. */
    byte @Nullable [] ceilingKey(byte[] key);

    /** The map in the file that holds them. */
    SortedBytes stored();
}
