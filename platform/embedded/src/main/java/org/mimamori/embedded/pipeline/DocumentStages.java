package org.mimamori.embedded.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.expression.Expression;
import org.mimamori.embedded.expression.ExpressionParser;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.project.PathSet;
import org.mimamori.embedded.project.Projection;

/** The stages that turn one document into one document; they serve aggregations and pipeline updates alike. */
public final class DocumentStages {

    private static final Set<String> IN_UPDATES =
            Set.of("$set", "$addFields", "$unset", "$project", "$replaceRoot", "$replaceWith");

    private final List<Stage.Each> steps = new ArrayList<>();

    /** Parses the pipeline of an update. */
    public static DocumentStages parse(List<?> pipeline) {
        DocumentStages stages = new DocumentStages();
        for (Object element : pipeline) {
            if (!(element instanceof Document spec) || spec.size() != 1) {
                throw CommandException.failedToParse("a stage must be an object with one field");
            }
            String name = spec.keySet().iterator().next();
            if (!IN_UPDATES.contains(name)) {
                throw new CommandException(72, "InvalidOptions", name + " is not allowed to be used within an update");
            }
            stages.steps.add(each(name, spec.get(name)));
        }
        return stages;
    }

    public Document apply(Document document, Scope scope) {
        Document result = document;
        for (Stage.Each step : steps) {
            result = step.apply(result, scope);
        }
        return result;
    }

    private static Stage.Each each(String name, @Nullable Object spec) {
        Stage stage = find(name, spec);
        return (document, scope) -> stage.work()
                .run(java.util.stream.Stream.of(document), scope)
                .findFirst()
                .orElseThrow();
    }

    static Stage find(String name, @Nullable Object spec) {
        return switch (name) {
            case "$set", "$addFields" -> addFields(name, spec);
            case "$unset" -> unset(spec);
            case "$project" -> project(spec);
            case "$replaceRoot" -> replaceRoot(spec instanceof Document d ? d.get("newRoot") : null);
            case "$replaceWith" -> replaceRoot(spec);
            default -> throw CommandException.location(40324, "Unrecognized pipeline stage name: '" + name + "'");
        };
    }

    private static Stage addFields(String name, @Nullable Object spec) {
        if (!(spec instanceof Document fields)) {
            throw CommandException.location(40272, name + " specification stage must be an object");
        }
        ExpressionParser parser = new ExpressionParser();
        Map<String, Expression> added = new LinkedHashMap<>();
        fields.forEach((path, expression) -> added.put(path, parser.parse(expression)));
        return Stage.each((document, scope) -> with(document, added, scope), parser.paths(), false);
    }

    private static Document with(Document document, Map<String, Expression> added, Scope scope) {
        Document result = new Document(document);
        added.forEach((path, expression) -> {
            Object value = expression.evaluate(scope.with(document));
            if (value == Missing.MISSING) {
                if (!path.contains(".")) {
                    result.remove(path);
                }
            } else {
                PathSet.put(result, path, value);
            }
        });
        return result;
    }

    private static Stage unset(@Nullable Object spec) {
        PathSet gone = new PathSet();
        for (Object path : spec instanceof List<?> list ? list : List.of(String.valueOf(spec))) {
            gone.add(String.valueOf(path));
        }
        return Stage.each((document, scope) -> gone.drop(document), Set.of(), false);
    }

    private static Stage project(@Nullable Object spec) {
        if (!(spec instanceof Document fields) || fields.isEmpty()) {
            throw CommandException.location(40177, "$project specification must be an object with at least one field");
        }
        Projection projection = Projection.parse(fields);
        return Stage.each(projection::apply, projection.reads(), projection.isInclusive());
    }

    private static Stage replaceRoot(@Nullable Object spec) {
        ExpressionParser parser = new ExpressionParser();
        Expression root = parser.parse(spec);
        Set<String> reads = new HashSet<>(parser.paths());
        return Stage.each(
                (document, scope) -> {
                    if (root.evaluate(scope.with(document)) instanceof Document result) {
                        return result;
                    }
                    throw CommandException.location(40228, "'newRoot' expression must evaluate to an object");
                },
                reads,
                true);
    }
}
