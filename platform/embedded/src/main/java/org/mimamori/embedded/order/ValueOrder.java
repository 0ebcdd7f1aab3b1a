package org.mimamori.embedded.order;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Compares two values as MongoDB orders them; arrays and documents as wholes. */
public final class ValueOrder implements Comparator<@Nullable Object> {

    public static final ValueOrder INSTANCE = new ValueOrder();

    private ValueOrder() {}

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Integer a && right instanceof Integer b) {
            return Integer.compare(a, b);
        }
        if (left instanceof String a && right instanceof String b) {
            return compareText(a, b);
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return a.compareTo(b);
        }
        Kind kind = Kind.of(left);
        Kind other = Kind.of(right);
        return kind == other
                ? Arrays.compareUnsigned(KeyWriter.key(left), KeyWriter.key(right))
                : kind.compareTo(other);
    }

    public static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String a && right instanceof String b) {
            return a.equals(b);
        }
        return INSTANCE.compare(left, right) == 0;
    }

    /** By code point, as UTF-8 bytes sort, where Java's own order puts the rarer characters too low. */
    static int compareText(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Integer.compare(codePointRank(a), codePointRank(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int codePointRank(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }
}
