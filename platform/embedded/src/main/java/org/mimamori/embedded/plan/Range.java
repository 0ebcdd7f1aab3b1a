package org.mimamori.embedded.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.store.SortedKeys;

/** A stretch of an index: {@code from <= key < to}. All its keys share their first {@code prefix} bytes. */
record Range(byte @Nullable [] from, byte @Nullable [] to, int prefix) {

    static final Range ALL = new Range(null, null, 0);

    /** All keys that begin with these values. */
    static Range startingWith(byte[] prefix) {
        return prefix.length == 0 ? ALL : new Range(prefix, Interval.after(prefix), prefix.length);
    }

    static Range of(byte[] prefix, Interval interval, boolean descending) {
        return new Range(
                concat(prefix, interval.from(descending)), concat(prefix, interval.to(descending)), prefix.length);
    }

    static byte[] concat(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    long size(SortedKeys keys) {
        return keys.size(from, to);
    }
}
