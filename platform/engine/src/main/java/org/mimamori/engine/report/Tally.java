package org.mimamori.engine.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.RecordOrder;

/**
 * What a group of records comes to, in a form that two groups can be put together in.
 *
 * @param count how many records, or rows of a table
 * @param figures one for each wanted field of the gathering
 */
public record Tally(long count, List<Figures> figures) {

    private static final Comparator<Value> ORDER = RecordOrder.ofValues(Optional.empty());

    public Tally {
        figures = List.copyOf(figures);
    }

    /**
     * What the values of one field come to.
     *
     * @param filled how many there are; 0 when no sum was wanted
     * @param min the smallest; blank for none, or when none was wanted
     */
    public record Figures(BigDecimal sum, long filled, Value min, Value max) {

        public static final Figures NONE = new Figures(BigDecimal.ZERO, 0, Value.BLANK, Value.BLANK);

        Figures and(Figures other) {
            return new Figures(
                    sum.add(other.sum),
                    filled + other.filled,
                    first(min, other.min, ORDER),
                    first(max, other.max, ORDER.reversed()));
        }

        private static Value first(Value left, Value right, Comparator<Value> order) {
            if (left.isBlank() || right.isBlank()) {
                return left.isBlank() ? right : left;
            }
            return order.compare(left, right) <= 0 ? left : right;
        }
    }

    /** What no record comes to. */
    static Tally none(int fields) {
        return new Tally(0, Collections.nCopies(fields, Figures.NONE));
    }

    Tally and(Tally other) {
        List<Figures> sums = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            sums.add(figures.get(i).and(other.figures.get(i)));
        }
        return new Tally(count + other.count, sums);
    }
}
