package org.mimamori.engine.store;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;

/**
 * One thing records are gathered by, as the database groups.
 *
 * @param unit unit of time, or null
 * @param zone on whose wall clock an instant is read
 */
record GroupKey(Place place, @Nullable Unit unit, ZoneId zone) {

    /** The start of a year, of which a shorter text gives the front. */
    private static final String START = "0000-01-01T00:00";

    Object expression() {
        String path = "$" + place.path();
        return unit == null || place.shape() != Shape.MOMENT
                ? path
                : new Document(
                        "$dateToString",
                        new Document("date", path)
                                .append("format", format(unit))
                                .append("timezone", zoneName()));
    }

    /** No finer than needed, so that there are few groups. */
    private static String format(Unit unit) {
        return switch (unit) {
            case YEAR -> "%Y";
            case FISCAL_YEAR, QUARTER, MONTH -> "%Y-%m";
            case WEEK, DAY -> "%Y-%m-%d";
            case HOUR -> "%Y-%m-%dT%H";
            case MINUTE -> "%Y-%m-%dT%H:%M";
        };
    }

    private String zoneName() {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    Value read(@Nullable Object held) {
        if (held == null) {
            return Value.BLANK;
        }
        return switch (place.kind()) {
            case NUMBER -> new Value.Decimal(BigDecimal.valueOf(((Number) held).longValue()));
            case VALUE, STAMP -> unit != null && place.shape() == Shape.MOMENT ? instant((String) held) : value(held);
        };
    }

    private Value instant(String text) {
        LocalDateTime time = LocalDateTime.parse(text + START.substring(text.length()));
        return new Value.Moment(time.atZone(zone).toInstant());
    }

    /** A field of several values holds one of them here, for they were taken apart. */
    private Value value(Object held) {
        return switch (place.shape()) {
            case CHOICES -> held instanceof List<?> ? Value.BLANK : ValueReader.read(Shape.CHOICE, held);
            case ENTITIES -> held instanceof List<?> ? Value.BLANK : ValueReader.read(Shape.ENTITY, held);
            case DECIMAL -> decimal(held);
            case TEXT, CHOICE, DATE, TIME, MOMENT, ENTITY, FILES, ROWS, NONE -> ValueReader.read(place.shape(), held);
        };
    }

    private static Value decimal(Object held) {
        return new Value.Decimal(
                held instanceof Decimal128 number
                        ? number.bigDecimalValue()
                        : BigDecimal.valueOf(((Number) held).longValue()));
    }
}
