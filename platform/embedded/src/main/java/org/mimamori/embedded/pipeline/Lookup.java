package org.mimamori.embedded.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonRegularExpression;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.expression.Expression;
import org.mimamori.embedded.expression.ExpressionParser;
import org.mimamori.embedded.expression.ExpressionPath;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.project.PathSet;

/** Adds to each document those of another collection that belong to it. */
final class Lookup {

    private static final Set<String> OPTIONS = Set.of("from", "localField", "foreignField", "as", "let", "pipeline");

    private final Tables tables;
    private final String from;
    private final String as;
    private final @Nullable String localField;
    private final @Nullable String foreignField;
    private final Map<String, Expression> variables = new HashMap<>();
    private final List<Document> pipeline;

    private Lookup(Document spec, Tables tables, ExpressionParser parser) {
        this.tables = tables;
        from = text(spec, "from");
        as = text(spec, "as");
        localField = spec.containsKey("localField") ? text(spec, "localField") : null;
        foreignField = spec.containsKey("foreignField") ? text(spec, "foreignField") : null;
        pipeline = spec.containsKey("pipeline") ? spec.getList("pipeline", Document.class) : List.of();
        spec.get("let", new Document()).forEach((name, value) -> variables.put(name, parser.parse(value)));
    }

    static Stage parse(@Nullable Object argument, Tables tables) {
        if (!(argument instanceof Document spec)) {
            throw CommandException.failedToParse("the $lookup specification must be an object");
        }
        for (String name : spec.keySet()) {
            if (!OPTIONS.contains(name)) {
                throw CommandException.failedToParse("unknown argument to $lookup: " + name);
            }
        }
        if (spec.containsKey("localField") != spec.containsKey("foreignField")
                || !spec.containsKey("localField") && !spec.containsKey("pipeline")) {
            throw CommandException.failedToParse("$lookup requires localField and foreignField, or a pipeline");
        }
        ExpressionParser parser = new ExpressionParser();
        Lookup lookup = new Lookup(spec, tables, parser);
        Set<String> reads = new java.util.HashSet<>(parser.paths());
        if (lookup.localField != null) {
            reads.add(lookup.localField);
        }
        return Stage.passing((input, scope) -> input.map(document -> lookup.apply(document, scope)), reads);
    }

    private static String text(Document spec, String name) {
        if (spec.get(name) instanceof String text) {
            return text;
        }
        throw CommandException.failedToParse("$lookup argument '" + name + "' must be a string");
    }

    private Document apply(Document document, Scope scope) {
        Scope inner = scope.with(document);
        for (Map.Entry<String, Expression> variable : variables.entrySet()) {
            Object value = variable.getValue().evaluate(scope.with(document));
            inner = inner.with(variable.getKey(), value);
        }
        List<Document> stages = new ArrayList<>(pipeline);
        if (localField != null && foreignField != null) {
            stages.addFirst(new Document("$match", match(document, localField, foreignField)));
        }
        List<Document> found = Pipeline.parse(stages, tables, inner).run(from).toList();
        Document result = new Document(document);
        PathSet.put(result, as, new ArrayList<>(found));
        return result;
    }

    private static Document match(Document document, String localField, String foreignField) {
        Object value = ExpressionPath.get(document, localField);
        if (value instanceof List<?> list) {
            return new Document(foreignField, new Document("$in", withoutPatterns(list)));
        }
        return new Document(foreignField, new Document("$eq", value == Missing.MISSING ? null : value));
    }

    /** A pattern among the values would be taken as a search, not as a value. */
    private static List<@Nullable Object> withoutPatterns(List<?> list) {
        List<@Nullable Object> values = new ArrayList<>(list);
        values.removeIf(BsonRegularExpression.class::isInstance);
        return values;
    }
}
