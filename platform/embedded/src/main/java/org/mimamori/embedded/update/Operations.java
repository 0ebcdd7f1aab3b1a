package org.mimamori.embedded.update;

import java.time.Clock;
import java.time.Instant;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.expression.Arithmetic;
import org.mimamori.embedded.filter.TypeName;
import org.mimamori.embedded.order.ValueOrder;
import org.mimamori.embedded.update.OperatorUpdate.Operation;

/** The update operators by name, those on arrays apart. */
final class Operations {

    private Operations() {}

    static Operation parse(String operator, String path, @Nullable Object operand, Clock clock) {
        return switch (operator) {
            case "$set", "$setOnInsert" -> (old, place) -> operand;
            case "$unset" -> (old, place) -> Missing.MISSING;
            case "$inc" -> increment(path, operand);
            case "$mul" -> multiply(path, operand);
            case "$min" -> extreme(operand, -1);
            case "$max" -> extreme(operand, 1);
            case "$currentDate" -> currentDate(operand, clock);
            case "$bit" -> bit(path, operand);
            default -> ArrayOperations.parse(operator, operand);
        };
    }

    private static Operation increment(String path, @Nullable Object operand) {
        Number amount = number("increment", path, operand);
        return (old, place) -> old == Missing.MISSING ? amount : Arithmetic.add(target("$inc", place, old), amount);
    }

    private static Operation multiply(String path, @Nullable Object operand) {
        Number factor = number("multiply", path, operand);
        return (old, place) ->
                Arithmetic.multiply(old == Missing.MISSING ? (Integer) 0 : target("$mul", place, old), factor);
    }

    private static Number number(String verb, String path, @Nullable Object operand) {
        if (operand instanceof Number number) {
            return number;
        }
        throw CommandException.typeMismatch(
                "Cannot " + verb + " with non-numeric argument: {" + path + ": " + operand + "}");
    }

    private static Number target(String operator, Place place, @Nullable Object old) {
        if (old instanceof Number number) {
            return number;
        }
        throw CommandException.typeMismatch("Cannot apply " + operator + " to a value of non-numeric type. The field '"
                + place + "' has type " + TypeName.nameOf(old));
    }

    private static Operation extreme(@Nullable Object operand, int sign) {
        return (old, place) ->
                old == Missing.MISSING || ValueOrder.INSTANCE.compare(operand, old) * sign > 0 ? operand : old;
    }

    private static Operation currentDate(@Nullable Object operand, Clock clock) {
        if (Boolean.TRUE.equals(operand) || new Document("$type", "date").equals(operand)) {
            return (old, place) -> Instant.ofEpochMilli(clock.millis());
        }
        if (new Document("$type", "timestamp").equals(operand)) {
            return (old, place) -> new BsonTimestamp((int) (clock.millis() / 1000), 1);
        }
        throw CommandException.badValue("$currentDate needs true, or {$type: 'date'} or {$type: 'timestamp'}");
    }

    private static Operation bit(String path, @Nullable Object operand) {
        if (!(operand instanceof Document spec) || spec.size() != 1) {
            throw CommandException.badValue("$bit needs exactly one of and, or, xor for the field " + path);
        }
        String name = spec.keySet().iterator().next();
        Number mask = number("apply $bit", path, spec.get(name));
        return (old, place) -> bit(name, old == Missing.MISSING ? (Integer) 0 : target("$bit", place, old), mask);
    }

    private static Number bit(String name, Number old, Number mask) {
        long result = switch (name) {
            case "and" -> old.longValue() & mask.longValue();
            case "or" -> old.longValue() | mask.longValue();
            case "xor" -> old.longValue() ^ mask.longValue();
            default -> throw CommandException.badValue("$bit does not know " + name);
        };
        boolean narrow = old instanceof Integer && mask instanceof Integer;
        return narrow ? (Number) (int) result : (Number) result;
    }
}
