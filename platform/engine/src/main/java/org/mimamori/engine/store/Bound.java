package org.mimamori.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mimamori.engine.field.Value;

/** One end of a range, as the database asks for it: an operator and what to compare with. */
record Bound(String operator, Object held) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Empty when the operand is not of the place's shape. */
    static Optional<Bound> lower(Place place, Value operand, boolean included) {
        return Edge.of(place, operand)
                .map(edge -> place.kind() == Place.Kind.STAMP
                        // What is kept exactly is seen by filters as its minute, so a bound is the start of a minute.
                        ? new Bound("$gte", included ? edge.held() : next(edge))
                        : new Bound(edge.off() > 0 || (edge.off() == 0 && included) ? "$gte" : "$gt", edge.held()));
    }

    /** Empty when the operand is not of the place's shape. */
    static Optional<Bound> upper(Place place, Value operand, boolean included) {
        return Edge.of(place, operand)
                .map(edge -> place.kind() == Place.Kind.STAMP
                        ? new Bound("$lt", included ? next(edge) : edge.held())
                        : new Bound(edge.off() < 0 || (edge.off() == 0 && included) ? "$lte" : "$lt", edge.held()));
    }

    private static Instant next(Edge minute) {
        return ((Instant) minute.held()).plus(MINUTE);
    }
}
