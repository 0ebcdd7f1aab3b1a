package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.text.Folding;

/**
 * Writes a filter as a database condition that gives the answers of {@link org.mimamori.engine.query.FilterTest}. Plain
 * conditions stay plain, so that indexes serve them; the index of pairs of characters narrows what must contain a text.
 */
final class MongoFilter {

    private final Places places;

    private MongoFilter(Places places) {
        this.places = places;
    }

    static Document of(RecordLayout layout, Filter filter) {
        return new MongoFilter(Places.of(layout)).narrowed(filter);
    }

    /** The condition, and what every hit must have so that the index of pairs can find it. */
    private Document narrowed(Filter filter) {
        return TextTests.withGrams(grams(filter), write(filter));
    }

    private Document write(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> of) -> all(of);
            case Filter.Any(List<Filter> of) -> any(of);
            case Filter.Not(Filter of) -> not(of);
            case Filter.Equal(FieldCode field, Value operand) -> ValueTests.equal(places.of(field), operand);
            case Filter.In(FieldCode field, List<Value> operands) -> ValueTests.in(places.of(field), operands);
            case Filter.Between between -> ValueTests.between(places.of(between.field()), between);
            case Filter.Contains(FieldCode field, String needle) -> contains(field, needle);
            case Filter.Empty(FieldCode field) -> ValueTests.empty(places.of(field));
            case Filter.AnyRow(FieldCode table, Filter row) -> anyRow(table, row);
            case Filter.EveryRow(FieldCode table, Filter row) -> everyRow(table, row);
            case Filter.Search(List<String> words, List<FieldCode> in) -> TextTests.search(places, words, in);
        };
    }

    private Document any(List<Filter> parts) {
        return places.inRow()
                ? Logic.any(parts.stream().map(this::write).toList())
                : SharedDemand.any(parts.stream().map(this::narrowed).toList());
    }

    private Document all(List<Filter> parts) {
        List<Document> written = new ArrayList<>();
        if (!places.inRow()) {
            written.add(keys(parts));
        }
        parts.forEach(part -> written.add(write(part)));
        return Logic.all(written);
    }

    /** Equality on all fields of a key of several fields is also equality on the key, which is unique. */
    private Document keys(List<Filter> parts) {
        Document keys = new Document();
        for (StoredKey key : places.layout().keys()) {
            key.text(code -> operand(parts, code))
                    .ifPresent(text -> keys.put(RecordLayout.KEYS + "." + key.id(), text));
        }
        return keys;
    }

    private Value operand(List<Filter> parts, FieldCode code) {
        boolean whole = places.find(code)
                .filter(place -> place.kind() == Place.Kind.VALUE && !place.isMultiple())
                .isPresent();
        return parts.stream()
                .filter(part ->
                        whole && part instanceof Filter.Equal(FieldCode field, Value operand) && field.equals(code))
                .map(part -> ((Filter.Equal) part).operand())
                .findFirst()
                .orElse(Value.BLANK);
    }

    private Document not(Filter of) {
        return switch (of) {
            case Filter.Equal(FieldCode field, Value operand) -> ValueTests.notIn(places.of(field), List.of(operand));
            case Filter.In(FieldCode field, List<Value> operands) -> ValueTests.notIn(places.of(field), operands);
            case Filter.Any(List<Filter> parts) ->
                Logic.none(parts.stream().map(this::write).toList());
            case Filter.Not(Filter twice) -> write(twice);
            case Filter.Between between
            when between.from() == null && between.to() == null -> ValueTests.blank(places.of(between.field()));
            case Filter.All all -> Logic.none(List.of(write(all)));
            case Filter.Between between -> Logic.none(List.of(write(between)));
            case Filter.Contains contains -> Logic.none(List.of(write(contains)));
            case Filter.Empty empty -> Logic.none(List.of(write(empty)));
            case Filter.AnyRow any -> Logic.none(List.of(write(any)));
            case Filter.EveryRow every -> Logic.none(List.of(write(every)));
            case Filter.Search search -> Logic.none(List.of(write(search)));
        };
    }

    private Document contains(FieldCode field, String needle) {
        String folded = Folding.fold(needle);
        return folded.isEmpty() ? Logic.everything() : TextTests.contains(places.of(field), folded);
    }

    private Document anyRow(FieldCode table, Filter row) {
        Place place = places.of(table);
        Document inRow = inside(place).write(row);
        if (Logic.isNothing(inRow)) {
            return Logic.nothing();
        }
        return inRow.isEmpty()
                ? ValueTests.notBlank(place)
                : new Document(place.path(), new Document("$elemMatch", inRow));
    }

    private Document everyRow(FieldCode table, Filter row) {
        Place place = places.of(table);
        Document failing = inside(place).write(Filter.not(row));
        if (Logic.isNothing(failing)) {
            return ValueTests.notBlank(place);
        }
        Document failingRow = new Document(place.path(), new Document("$elemMatch", failing));
        return failing.isEmpty()
                ? Logic.nothing()
                : Logic.all(List.of(ValueTests.notBlank(place), Logic.none(List.of(failingRow))));
    }

    private MongoFilter inside(Place table) {
        StoredField rows = table.stored();
        if (rows == null || !rows.isTable()) {
            throw new IllegalArgumentException(table.path() + " is no table");
        }
        return new MongoFilter(places.inside(rows));
    }

    /** Pairs of characters that every record the filter holds for must have somewhere. */
    private Set<Integer> grams(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> of) -> grams(of.stream());
            case Filter.Contains(FieldCode field, String needle) -> grams(field, needle);
            case Filter.AnyRow(FieldCode table, Filter row) ->
                inside(places.of(table)).grams(row);
            case Filter.EveryRow(FieldCode table, Filter row) ->
                inside(places.of(table)).grams(row);
            case Filter.Any any -> Set.of();
            case Filter.Not not -> Set.of();
            case Filter.Equal equal -> Set.of();
            case Filter.In in -> Set.of();
            case Filter.Between between -> Set.of();
            case Filter.Empty empty -> Set.of();
            case Filter.Search search -> Set.of();
        };
    }

    private Set<Integer> grams(Stream<Filter> parts) {
        Set<Integer> all = new HashSet<>();
        parts.forEach(part -> all.addAll(grams(part)));
        return all;
    }

    private Set<Integer> grams(FieldCode field, String needle) {
        String folded = Folding.fold(needle);
        Set<Integer> grams = new HashSet<>();
        if (!folded.isEmpty() && TextTests.isFoundByGrams(places.of(field), folded)) {
            Grams.addTo(grams, folded);
        }
        return grams;
    }
}
