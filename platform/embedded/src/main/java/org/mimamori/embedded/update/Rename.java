package org.mimamori.embedded.update;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;

/** The operator that moves a value from one field to another. */
final class Rename {

    private Rename() {}

    /** Two steps, so that both paths take part in the search for conflicts; the first does the work. */
    static List<OperatorUpdate.Step> steps(String from, @Nullable Object operand) {
        if (!(operand instanceof String to)) {
            throw CommandException.badValue("The 'to' field for $rename must be a string: " + from);
        }
        List<String> source = OperatorUpdate.parts(from);
        List<String> target = OperatorUpdate.parts(to);
        if (from.contains("$") || to.contains("$")) {
            throw CommandException.badValue("The fields of $rename may not be dynamic: " + from);
        }
        return List.of(
                new OperatorUpdate.Step("$rename", source, (old, place) -> move(old, place, target), false),
                new OperatorUpdate.Step("$rename", target, (old, place) -> old, false));
    }

    private static Object move(@Nullable Object old, Place place, List<String> target) {
        if (old != Missing.MISSING) {
            Place destination = new Place(place.root(), target);
            if (place.isInArray() || destination.isInArray()) {
                throw CommandException.badValue("The fields of $rename cannot be array elements: " + place);
            }
            destination.set(old);
        }
        return Missing.MISSING;
    }
}
