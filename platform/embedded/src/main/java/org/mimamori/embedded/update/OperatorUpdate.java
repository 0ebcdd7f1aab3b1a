package org.mimamori.embedded.update;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.BsonWriter;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.FieldPath;

/** The update operators, each on its path. */
record OperatorUpdate(List<Step> steps, ArrayFilters arrayFilters) implements Update {

    /** One operator on one path. */
    record Step(String operator, List<String> path, Operation operation, boolean onlyOnInsert) {}

    /** What an operator makes of the old value, either of which may be {@link Missing}. */
    @FunctionalInterface
    interface Operation {
        @Nullable
        Object apply(@Nullable Object old, Place place);
    }

    static Update parse(Document spec, ArrayFilters arrayFilters, Clock clock) {
        List<Step> steps = new ArrayList<>();
        spec.forEach((operator, fields) -> {
            if (!(fields instanceof Document document)) {
                throw CommandException.failedToParse(
                        "Modifiers operate on fields but we found another type for " + operator);
            }
            document.forEach((path, operand) -> steps.addAll(steps(operator, path, operand, clock)));
        });
        requireApart(steps);
        for (Step step : steps) {
            step.path().stream()
                    .filter(part -> part.startsWith("$[") && part.length() > 3)
                    .forEach(part -> arrayFilters.use(part.substring(2, part.length() - 1)));
        }
        arrayFilters.requireAllUsed();
        steps.sort(Comparator.comparing(step -> String.join(".", step.path())));
        return new OperatorUpdate(List.copyOf(steps), arrayFilters);
    }

    private static List<Step> steps(String operator, String path, @Nullable Object operand, Clock clock) {
        if (operator.equals("$rename")) {
            return Rename.steps(path, operand);
        }
        Operation operation = Operations.parse(operator, path, operand, clock);
        return List.of(new Step(operator, parts(path), operation, operator.equals("$setOnInsert")));
    }

    static List<String> parts(String path) {
        List<String> parts = FieldPath.of(path).parts();
        for (String part : parts) {
            if (part.isEmpty()) {
                throw new CommandException(
                        56, "EmptyFieldName", "The update path '" + path + "' contains an empty field name");
            }
            boolean placeholder = part.equals("$") || part.startsWith("$[") && part.endsWith("]");
            if (part.startsWith("$") && !placeholder) {
                throw new CommandException(
                        52, "DollarPrefixedFieldName", "The dollar ($) prefixed field '" + part + "' is not valid");
            }
        }
        return parts;
    }

    private static void requireApart(List<Step> steps) {
        for (Step one : steps) {
            for (Step other : steps) {
                int shared = Math.min(one.path().size(), other.path().size());
                if (one != other
                        && one.path().subList(0, shared).equals(other.path().subList(0, shared))) {
                    throw new CommandException(
                            40,
                            "ConflictingUpdateOperators",
                            "Updating the path '" + String.join(".", one.path()) + "' would create a conflict at '"
                                    + String.join(".", other.path()) + "'");
                }
            }
        }
    }

    @Override
    public Document apply(Document before, Target target) {
        // A copy of everything, because operators change arrays and documents in place.
        Document after = BsonReader.read(BsonWriter.bytes(before));
        TargetPaths paths = new TargetPaths(arrayFilters, target, before);
        for (Step step : steps) {
            if (!step.onlyOnInsert() || target.inserting()) {
                paths.of(step.path()).forEach(path -> run(step, new Place(after, path)));
            }
        }
        Update.requireSameId(before, after);
        return after;
    }

    private static void run(Step step, Place place) {
        Object old = place.get();
        Object value = step.operation().apply(old, place);
        if (value == Missing.MISSING) {
            if (old != Missing.MISSING) {
                place.unset();
            }
        } else {
            place.set(value);
        }
    }
}
