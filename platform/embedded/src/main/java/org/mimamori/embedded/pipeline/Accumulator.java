package org.mimamori.embedded.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.expression.Arithmetic;
import org.mimamori.embedded.order.KeyWriter;
import org.mimamori.embedded.order.Numbers;
import org.mimamori.embedded.order.ValueOrder;

/** Gathers the values of one group into one. */
abstract class Accumulator {

    abstract void add(@Nullable Object value);

    abstract @Nullable Object result();

    static Supplier<Accumulator> find(String name) {
        return switch (name) {
            case "$sum", "$count" -> Sum::new;
            case "$avg" -> Average::new;
            case "$min" -> () -> new Extreme(-1);
            case "$max" -> () -> new Extreme(1);
            case "$first" -> First::new;
            case "$last" -> Last::new;
            case "$push" -> Push::new;
            case "$addToSet" -> Distinct::new;
            case "$mergeObjects" -> Merge::new;
            case "$stdDevPop" -> () -> new Deviation(0);
            case "$stdDevSamp" -> () -> new Deviation(1);
            default -> throw CommandException.location(15952, "unknown group operator '" + name + "'");
        };
    }

    /** A sum of decimals is kept as one number until the end, for each step through a decimal costs a conversion. */
    private static final class Sum extends Accumulator {
        private Number sum = 0;
        private @Nullable BigDecimal decimals;

        @Override
        void add(@Nullable Object value) {
            if (value instanceof Decimal128 decimal && Numbers.isFinite(decimal)) {
                BigDecimal exact = Numbers.toBigDecimal(decimal);
                decimals = decimals == null ? exact : decimals.add(exact);
            } else if (value instanceof Number number) {
                sum = Arithmetic.add(sum, number);
            }
        }

        @Override
        Number result() {
            if (decimals == null) {
                return sum;
            }
            return Numbers.isFinite(sum)
                    ? Arithmetic.decimal(decimals.add(Arithmetic.toDecimal(sum)))
                    : Arithmetic.add(Arithmetic.decimal(decimals), sum);
        }
    }

    private static final class Average extends Accumulator {
        private final Sum sum = new Sum();
        private long count;

        @Override
        void add(@Nullable Object value) {
            if (value instanceof Number) {
                sum.add(value);
                count++;
            }
        }

        @Override
        @Nullable
        Object result() {
            return count == 0 ? null : Arithmetic.divide(sum.result(), count);
        }
    }

    private static final class Extreme extends Accumulator {
        private final int sign;
        private @Nullable Object best = Missing.MISSING;

        Extreme(int sign) {
            this.sign = sign;
        }

        @Override
        void add(@Nullable Object value) {
            boolean absent = value == null || value == Missing.MISSING;
            if (!absent && (best == Missing.MISSING || ValueOrder.INSTANCE.compare(value, best) * sign > 0)) {
                best = value;
            }
        }

        @Override
        @Nullable
        Object result() {
            return best == Missing.MISSING ? null : best;
        }
    }

    private static final class First extends Accumulator {
        private @Nullable Object first;
        private boolean any;

        @Override
        void add(@Nullable Object value) {
            if (!any) {
                any = true;
                first = value == Missing.MISSING ? null : value;
            }
        }

        @Override
        @Nullable
        Object result() {
            return first;
        }
    }

    private static final class Last extends Accumulator {
        private @Nullable Object last;

        @Override
        void add(@Nullable Object value) {
            last = value == Missing.MISSING ? null : value;
        }

        @Override
        @Nullable
        Object result() {
            return last;
        }
    }

    private static final class Push extends Accumulator {
        private final List<@Nullable Object> all = new ArrayList<>();

        @Override
        void add(@Nullable Object value) {
            if (value != Missing.MISSING) {
                all.add(value);
            }
        }

        @Override
        Object result() {
            return all;
        }
    }

    private static final class Distinct extends Accumulator {
        private final TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        private final List<@Nullable Object> all = new ArrayList<>();

        @Override
        void add(@Nullable Object value) {
            if (value != Missing.MISSING && keys.add(KeyWriter.key(value))) {
                all.add(value);
            }
        }

        @Override
        Object result() {
            return all;
        }
    }

    private static final class Merge extends Accumulator {
        private final Document all = new Document();

        @Override
        void add(@Nullable Object value) {
            if (value instanceof Document document) {
                all.putAll(document);
            } else if (value != null && value != Missing.MISSING) {
                throw CommandException.location(40400, "$mergeObjects requires object inputs");
            }
        }

        @Override
        Object result() {
            return all;
        }
    }

    /** Welford's way, which stays exact where a sum of squares would not. */
    private static final class Deviation extends Accumulator {
        private final int lost;
        private long count;
        private double mean;
        private double squares;

        Deviation(int lost) {
            this.lost = lost;
        }

        @Override
        void add(@Nullable Object value) {
            if (value instanceof Number number) {
                double x = number instanceof Decimal128 d ? Numbers.toDouble(d) : number.doubleValue();
                count++;
                double before = x - mean;
                mean += before / count;
                squares += before * (x - mean);
            }
        }

        @Override
        @Nullable
        Object result() {
            return count <= lost ? null : (Object) Math.sqrt(squares / (count - lost));
        }
    }
}
