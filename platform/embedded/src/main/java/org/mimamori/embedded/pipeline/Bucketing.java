package org.mimamori.embedded.pipeline;

import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.expression.Expression;
import org.mimamori.embedded.expression.ExpressionParser;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.order.ValueOrder;

/** Groups by the stretch between two boundaries a value falls into. */
final class Bucketing {

    private static final Set<String> OPTIONS = Set.of("groupBy", "boundaries", "default", "output");

    private Bucketing() {}

    static Stage parse(@Nullable Object argument) {
        Document spec = Stages.document("$bucket", argument);
        for (String name : spec.keySet()) {
            if (!OPTIONS.contains(name)) {
                throw CommandException.location(40197, "Unrecognized option to $bucket: " + name);
            }
        }
        List<?> boundaries = boundaries(spec.get("boundaries"));
        ExpressionParser parser = new ExpressionParser();
        Expression value = parser.parse(spec.get("groupBy"));
        Expression bucket = scope -> place(value.evaluate(scope), boundaries, spec);
        Document output = spec.get("output", new Document("count", new Document("$sum", 1)));
        Stage group = Group.by(bucket, output, parser);
        SortOrder order = SortOrder.parse(new Document("_id", 1));
        return new Stage((input, scope) -> Stages.sorted(group.work().run(input, scope), order), group.reads(), true);
    }

    private static List<?> boundaries(@Nullable Object spec) {
        if (!(spec instanceof List<?> list) || list.size() < 2) {
            throw CommandException.location(40192, "The $bucket 'boundaries' field must have at least 2 values");
        }
        for (int i = 1; i < list.size(); i++) {
            if (ValueOrder.INSTANCE.compare(list.get(i - 1), list.get(i)) >= 0) {
                throw CommandException.location(40194, "The 'boundaries' of $bucket must be in ascending order");
            }
        }
        return list;
    }

    private static @Nullable Object place(@Nullable Object value, List<?> boundaries, Document spec) {
        for (int i = boundaries.size() - 2; i >= 0; i--) {
            if (ValueOrder.INSTANCE.compare(value, boundaries.get(i)) >= 0) {
                if (ValueOrder.INSTANCE.compare(value, boundaries.get(i + 1)) < 0) {
                    return boundaries.get(i);
                }
                break;
            }
        }
        if (!spec.containsKey("default")) {
            throw CommandException.location(
                    40066, "$bucket could not find a matching branch for an input, and no default was given");
        }
        return spec.get("default");
    }
}
