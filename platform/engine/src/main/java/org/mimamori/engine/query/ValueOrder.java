package org.mimamori.engine.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Value;

/** The order of values of one shape. */
final class ValueOrder {

    /** What two values of different shapes are to each other: below every bound, so in no range. */
    private static final int INCOMPARABLE = -1;

    private ValueOrder() {}

    static int compareSameShape(Value left, Value right) {
        return switch (left) {
            case Value.Text(String text) ->
                right instanceof Value.Text(String other) ? compareCodePoints(text, other) : INCOMPARABLE;
            case Value.Decimal(BigDecimal number) ->
                right instanceof Value.Decimal(BigDecimal other) ? number.compareTo(other) : INCOMPARABLE;
            case Value.Date(LocalDate date) ->
                right instanceof Value.Date(LocalDate other) ? date.compareTo(other) : INCOMPARABLE;
            case Value.Time(LocalTime time) ->
                right instanceof Value.Time(LocalTime other) ? time.compareTo(other) : INCOMPARABLE;
            case Value.Moment(Instant instant) ->
                right instanceof Value.Moment(Instant other) ? instant.compareTo(other) : INCOMPARABLE;
            case Value.Choice(String option) ->
                right instanceof Value.Choice(String other) ? compareCodePoints(option, other) : INCOMPARABLE;
            case Value.Entity(EntityRef ref) ->
                right instanceof Value.Entity(EntityRef other)
                        ? compareCodePoints(ref.code(), other.code())
                        : INCOMPARABLE;
            case Value.Blank blank -> INCOMPARABLE;
            case Value.Choices choices -> INCOMPARABLE;
            case Value.Entities entities -> INCOMPARABLE;
            case Value.Files files -> INCOMPARABLE;
            case Value.Rows rows -> INCOMPARABLE;
        };
    }

    /** The order of UTF-8 bytes, which is the database's; Java's own puts emoji before the last of the kana. */
    static int compareCodePoints(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean oneIsSurrogate = Character.isSurrogate(l) != Character.isSurrogate(r);
                int byUnit = Character.compare(l, r);
                return oneIsSurrogate ? (Character.isSurrogate(l) ? 1 : -1) : byUnit;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
