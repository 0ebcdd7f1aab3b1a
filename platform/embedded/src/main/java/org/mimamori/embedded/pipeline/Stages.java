package org.mimamori.embedded.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.expression.ExpressionParser;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.order.Numbers;
import org.mimamori.embedded.order.SortOrder;

/** The aggregation stages by name. A stage that is not here is refused. */
final class Stages {

    private static final Set<String> ELSEWHERE = Set.of(
            "$changeStream",
            "$collStats",
            "$currentOp",
            "$densify",
            "$documents",
            "$fill",
            "$geoNear",
            "$graphLookup",
            "$indexStats",
            "$listSessions",
            "$merge",
            "$out",
            "$planCacheStats",
            "$redact",
            "$search",
            "$setWindowFields",
            "$unionWith",
            "$vectorSearch",
            "$bucketAuto");

    private Stages() {}

    static Stage find(String name, @Nullable Object spec, Tables tables, Scope scope) {
        return switch (name) {
            case "$match" -> match(spec, scope);
            case "$sort" -> sort(spec);
            case "$skip" -> Stage.passing((input, s) -> input.skip(count(name, spec)), Set.of());
            case "$limit" -> Stage.passing((input, s) -> input.limit(positive(name, spec)), Set.of());
            case "$count" -> count(spec);
            case "$group" -> Group.parse(spec);
            case "$sortByCount" -> sortByCount(spec);
            case "$bucket" -> Bucketing.parse(spec);
            case "$unwind" -> Unwind.parse(spec);
            case "$lookup" -> Lookup.parse(spec, tables);
            case "$facet" -> facet(spec, tables, scope);
            case "$sample" -> sample(spec);
            default -> {
                if (ELSEWHERE.contains(name)) {
                    throw CommandException.notImplemented("the stage " + name);
                }
                yield DocumentStages.find(name, spec);
            }
        };
    }

    static Document document(String name, @Nullable Object spec) {
        if (spec instanceof Document document) {
            return document;
        }
        throw CommandException.location(15959, "the " + name + " specification must be an object");
    }

    static long count(String name, @Nullable Object spec) {
        if (spec instanceof Number number
                && Numbers.toDouble(number) >= 0
                && Numbers.toDouble(number) == Math.rint(Numbers.toDouble(number))) {
            return (long) Numbers.toDouble(number);
        }
        throw CommandException.location(5107200, "invalid argument to " + name + " stage: " + spec);
    }

    static long positive(String name, @Nullable Object spec) {
        long count = count(name, spec);
        if (count == 0) {
            throw CommandException.location(15958, "the limit must be positive");
        }
        return count;
    }

    private static Stage match(@Nullable Object spec, Scope scope) {
        Filter filter = FilterParser.parse(document("$match", spec), scope);
        Set<String> reads = new TreeSet<>();
        filter.addPathsTo(reads);
        return Stage.passing((input, s) -> input.filter(filter::matches), reads);
    }

    private static Stage sort(@Nullable Object spec) {
        SortOrder order = SortOrder.parse(document("$sort", spec));
        if (order.isNone()) {
            throw CommandException.location(15976, "$sort stage must have at least one sort key");
        }
        return Stage.passing((input, s) -> sorted(input, order), new TreeSet<>(order.paths()));
    }

    private record Placed(byte[] place, Document document) {}

    static Stream<Document> sorted(Stream<Document> input, SortOrder order) {
        return input.map(document -> new Placed(order.key(document), document))
                .sorted(Comparator.comparing(Placed::place, Arrays::compareUnsigned))
                .map(Placed::document);
    }

    private static Stage count(@Nullable Object spec) {
        if (!(spec instanceof String name) || name.isEmpty() || name.startsWith("$") || name.contains(".")) {
            throw CommandException.location(40156, "the count field must be a non-empty string without '$' and '.'");
        }
        return new Stage(
                (input, scope) -> {
                    long count = input.count();
                    return count == 0 ? Stream.empty() : Stream.of(new Document(name, narrow(count)));
                },
                Set.of(),
                true);
    }

    static Number narrow(long count) {
        return count == (int) count ? (Number) (int) count : (Number) count;
    }

    private static Stage sortByCount(@Nullable Object spec) {
        ExpressionParser parser = new ExpressionParser();
        Stage group = Group.by(parser.parse(spec), new Document("count", new Document("$sum", 1)), parser);
        SortOrder order = SortOrder.parse(new Document("count", -1).append("_id", 1));
        return new Stage((input, scope) -> sorted(group.work().run(input, scope), order), group.reads(), true);
    }

    private static Stage facet(@Nullable Object spec, Tables tables, Scope scope) {
        Document branches = document("$facet", spec);
        Set<String> reads = new TreeSet<>();
        List<Map.Entry<String, Pipeline>> pipelines = new ArrayList<>();
        for (String name : branches.keySet()) {
            Pipeline pipeline = Pipeline.parseWithin(branches.getList(name, Document.class), tables, scope);
            reads.addAll(pipeline.reads());
            pipelines.add(Map.entry(name, pipeline));
        }
        return new Stage(
                (input, s) -> {
                    List<Document> all = input.toList();
                    Document result = new Document();
                    pipelines.forEach(entry -> result.put(
                            entry.getKey(),
                            new ArrayList<>(entry.getValue().run(all.stream()).toList())));
                    return Stream.of(result);
                },
                reads,
                true);
    }

    private static Stage sample(@Nullable Object spec) {
        long size = count("$sample", document("$sample", spec).get("size"));
        return Stage.passing(
                (input, scope) -> {
                    List<Document> all = new ArrayList<>(input.toList());
                    Collections.shuffle(all);
                    return all.stream().limit(size);
                },
                Set.of());
    }
}
