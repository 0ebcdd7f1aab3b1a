package org.mimamori.embedded.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.filter.ValueTest.Compare;
import org.mimamori.embedded.order.KeyWriter;
import org.mimamori.embedded.order.Kind;

/** A stretch of the values of one field, all of one kind. */
record Interval(Edge low, Edge high) {

    /** Sorts after whatever may follow a value in a key. */
    static final byte AFTER = (byte) 0xFF;

    /** One end: at a value, or at the end of the kind if the value is absent. */
    record Edge(Kind kind, byte @Nullable [] key, boolean inclusive) {}

    static Interval of(Compare compare) {
        Kind kind = Kind.of(compare.operand());
        Edge end = new Edge(
                kind, KeyWriter.key(compare.operand()), compare.relation().inclusive());
        Edge open = new Edge(kind, null, true);
        if (compare.relation().isLower()) {
            return new Interval(end, open);
        }
        // NaN lies below all numbers and is less than none of them.
        Edge lowest = kind == Kind.NUMBER ? new Edge(kind, KeyWriter.key(Double.NaN), false) : open;
        return new Interval(lowest, end);
    }

    /** The first key inside, in an index part of the given direction. */
    byte[] from(boolean descending) {
        return descending ? start(high, true) : start(low, false);
    }

    /** The first key beyond. */
    byte[] to(boolean descending) {
        return descending ? end(low, true) : end(high, false);
    }

    private static byte[] start(Edge edge, boolean descending) {
        if (edge.key() == null) {
            return new byte[] {tag(edge, descending)};
        }
        byte[] key = turned(edge.key(), descending);
        return edge.inclusive() ? key : after(key);
    }

    private static byte[] end(Edge edge, boolean descending) {
        if (edge.key() == null) {
            return new byte[] {(byte) (tag(edge, descending) + 1)};
        }
        byte[] key = turned(edge.key(), descending);
        return edge.inclusive() ? after(key) : key;
    }

    private static byte tag(Edge edge, boolean descending) {
        return (byte) (descending ? ~edge.kind().tag() : edge.kind().tag());
    }

    static byte[] turned(byte[] key, boolean descending) {
        if (!descending) {
            return key;
        }
        byte[] turned = key.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) ~turned[i];
        }
        return turned;
    }

    static byte[] after(byte[] key) {
        byte[] after = Arrays.copyOf(key, key.length + 1);
        after[key.length] = AFTER;
        return after;
    }

    /** What both hold, which may be nothing. */
    Interval and(Interval other) {
        Edge lower = Arrays.compareUnsigned(from(false), other.from(false)) >= 0 ? low : other.low;
        Edge upper = Arrays.compareUnsigned(to(false), other.to(false)) <= 0 ? high : other.high;
        return new Interval(lower, upper);
    }
}
