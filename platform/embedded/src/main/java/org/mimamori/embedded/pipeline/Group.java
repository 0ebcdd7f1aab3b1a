package org.mimamori.embedded.pipeline;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Symbol;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.expression.Expression;
import org.mimamori.embedded.expression.ExpressionParser;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.order.KeyWriter;

/** Gathers documents that agree on a key, and sums up each group. */
final class Group {

    private final Expression key;
    private final List<Output> outputs;

    /** One field of the result. */
    private record Output(String name, Expression input, Supplier<Accumulator> accumulator) {}

    /** A group being gathered. */
    private record Bucket(@Nullable Object key, List<Accumulator> accumulators) {}

    private Group(Expression key, List<Output> outputs) {
        this.key = key;
        this.outputs = outputs;
    }

    static Stage parse(@Nullable Object spec) {
        if (!(spec instanceof Document fields) || !fields.containsKey("_id")) {
            throw CommandException.location(15955, "a group specification must include an _id");
        }
        ExpressionParser parser = new ExpressionParser();
        Expression key = parser.parse(fields.get("_id"));
        Group group = new Group(key, outputs(fields, parser));
        return new Stage(group::run, parser.paths(), true);
    }

    /** The output fields of a {@code $group} or {@code $bucket}. */
    private static List<Output> outputs(Document fields, ExpressionParser parser) {
        List<Output> outputs = new ArrayList<>();
        fields.forEach((name, spec) -> {
            if (!name.equals("_id")) {
                outputs.add(output(name, spec, parser));
            }
        });
        return outputs;
    }

    private static Output output(String name, @Nullable Object spec, ExpressionParser parser) {
        if (name.contains(".")) {
            throw CommandException.location(40235, "The field name '" + name + "' cannot contain '.'");
        }
        if (!(spec instanceof Document document) || document.size() != 1) {
            throw CommandException.location(40234, "The field '" + name + "' must be an accumulator object");
        }
        String operator = document.keySet().iterator().next();
        Object argument = operator.equals("$count") ? (Object) 1 : document.get(operator);
        return new Output(name, parser.parse(argument), Accumulator.find(operator));
    }

    static Stage by(Expression key, Document outputs, ExpressionParser parser) {
        Group group = new Group(key, outputs(outputs, parser));
        return new Stage(group::run, parser.paths(), true);
    }

    private Stream<Document> run(Stream<Document> input, Scope scope) {
        Map<Object, Bucket> buckets = new LinkedHashMap<>();
        input.forEach(document -> add(buckets, scope.with(document)));
        return buckets.values().stream().map(this::result);
    }

    private void add(Map<Object, Bucket> buckets, Scope scope) {
        Object evaluated = key.evaluate(scope);
        Object value = evaluated == Missing.MISSING ? null : evaluated;
        Bucket bucket = buckets.computeIfAbsent(
                identity(value),
                same -> new Bucket(
                        value,
                        outputs.stream()
                                .map(output -> output.accumulator().get())
                                .toList()));
        for (int i = 0; i < outputs.size(); i++) {
            bucket.accumulators().get(i).add(outputs.get(i).input().evaluate(scope));
        }
    }

    /**
     * What is the same for values that are the same to MongoDB, and for no others. Texts and dates are told apart by
     * themselves; numbers, of which an integer can equal a decimal, and all that is rare by their bytes in order.
     */
    private static Object identity(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Symbol symbol -> symbol.getSymbol();
            case Instant instant -> instant.toEpochMilli();
            case Document document -> {
                List<Object> parts = new ArrayList<>(2 * document.size());
                document.forEach((name, part) -> {
                    parts.add(name);
                    parts.add(identity(part));
                });
                yield parts;
            }
            case null, default -> ByteBuffer.wrap(KeyWriter.key(value));
        };
    }

    private Document result(Bucket bucket) {
        Document result = new Document("_id", bucket.key());
        for (int i = 0; i < outputs.size(); i++) {
            result.put(outputs.get(i).name(), bucket.accumulators().get(i).result());
        }
        return result;
    }
}
