package org.mimamori.engine.store;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.record.RecordStore.Aggregate;

/** Figures over many records, taken by the database. */
final class RecordAggregates {

    private static final String SUM = "sum";
    private static final String COUNT = "count";

    private final MongoAccess mongo;

    RecordAggregates(MongoAccess mongo) {
        this.mongo = mongo;
    }

    Value take(RecordLayout layout, Filter filter, Aggregate function, @Nullable FieldCode of) {
        Document condition = MongoFilter.of(layout, filter);
        return switch (function) {
            case COUNT -> decimal(count(layout, condition));
            case SUM ->
                total(layout, condition, place(layout, of))
                        .map(t -> decimal(t.sum()))
                        .orElse(Value.BLANK);
            case AVERAGE -> average(layout, condition, place(layout, of));
            case MIN -> first(layout, condition, place(layout, of), Sorting.ASCENDING);
            case MAX -> first(layout, condition, place(layout, of), Sorting.DESCENDING);
        };
    }

    private record Total(BigDecimal sum, long count) {
        /** Divided here, so that every database divides alike. */
        BigDecimal average() {
            return sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
        }
    }

    private BigDecimal count(RecordLayout layout, Document condition) {
        return BigDecimal.valueOf(mongo.get(layout.collection(), c -> c.countDocuments(condition)));
    }

    /** Of the records that hold a number; a blank one is no zero here. */
    private Value average(RecordLayout layout, Document condition, Place place) {
        Document filled = Logic.all(List.of(condition, ValueTests.notBlank(place)));
        return total(layout, filled, place).map(t -> decimal(t.average())).orElse(Value.BLANK);
    }

    private Optional<Total> total(RecordLayout layout, Document condition, Place place) {
        if (place.shape() != Shape.DECIMAL) {
            throw new IllegalArgumentException(place.path() + " holds no numbers");
        }
        Document group = new Document("_id", null)
                .append(SUM, new Document("$sum", "$" + place.path()))
                .append(COUNT, new Document("$sum", 1L));
        List<Document> stages = List.of(new Document("$match", condition), new Document("$group", group));
        Document total =
                mongo.find(layout.collection(), c -> c.aggregate(stages).first());
        return total == null ? Optional.empty() : Optional.of(new Total(number(total.get(SUM)), total.getLong(COUNT)));
    }

    /** The first in order, which an index on the field gives without looking at the others. */
    private Value first(RecordLayout layout, Document condition, Place place, int direction) {
        Document first = mongo.find(
                layout.collection(),
                c -> c.find(Logic.all(List.of(condition, ValueTests.notBlank(place))))
                        .sort(new Document(place.path(), direction))
                        .limit(1)
                        .projection(new Document(place.path(), 1))
                        .first());
        return first == null ? Value.BLANK : value(place, at(first, place.path()));
    }

    private static Place place(RecordLayout layout, @Nullable FieldCode of) {
        if (of == null) {
            throw new IllegalArgumentException("of which field?");
        }
        Place place = Places.of(layout).of(of);
        if (place.isMultiple()) {
            throw new IllegalArgumentException(of + " holds several values");
        }
        return place;
    }

    private static Value value(Place place, Object held) {
        return switch (place.kind()) {
            case NUMBER -> decimal(number(held));
            case STAMP -> new Value.Moment((Instant) held);
            case VALUE -> ValueReader.read(place.shape(), held);
        };
    }

    private static Object at(Document document, String path) {
        return document.getEmbedded(List.of(path.split("\\.")), Object.class);
    }

    private static BigDecimal number(@Nullable Object held) {
        return switch (held) {
            case Decimal128 decimal -> decimal.bigDecimalValue();
            case Long whole -> BigDecimal.valueOf(whole);
            case Integer whole -> BigDecimal.valueOf(whole);
            case null, default -> throw new IllegalStateException("no exact number: " + held);
        };
    }

    private static Value decimal(BigDecimal number) {
        return new Value.Decimal(number);
    }
}
