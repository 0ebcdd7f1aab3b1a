package org.mimamori.embedded.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.filter.TypeName;
import org.mimamori.embedded.order.Numbers;

/** Conversions from one type to another. */
final class Conversions {

    private static final Map<String, UnaryOperator<@Nullable Object>> BY_TYPE = Map.of(
            "int",
                    value -> toInteger(value, Integer.MIN_VALUE, Integer.MAX_VALUE)
                            .intValue(),
            "long", value -> toInteger(value, Long.MIN_VALUE, Long.MAX_VALUE),
            "double", Conversions::toDouble,
            "decimal", Conversions::toDecimal,
            "string", Conversions::toText,
            "bool", Conversions::toBoolean,
            "date", Conversions::toDate,
            "objectId", Conversions::toObjectId);

    private Conversions() {}

    static void addTo(Map<String, Operators.Builder> all) {
        all.put("$toInt", to("$toInt", "int"));
        all.put("$toLong", to("$toLong", "long"));
        all.put("$toDouble", to("$toDouble", "double"));
        all.put("$toDecimal", to("$toDecimal", "decimal"));
        all.put("$toString", to("$toString", "string"));
        all.put("$toBool", to("$toBool", "bool"));
        all.put("$toDate", to("$toDate", "date"));
        all.put("$toObjectId", to("$toObjectId", "objectId"));
        all.put("$convert", Conversions::convert);
        all.put("$type", Operators.function("$type", 1, 1, a -> TypeName.nameOf(a.getFirst())));
        all.put("$isNumber", Operators.function("$isNumber", 1, 1, a -> a.getFirst() instanceof Number));
    }

    private static Operators.Builder to(String name, String type) {
        return Operators.function(name, 1, 1, arguments -> {
            Object value = arguments.getFirst();
            return Operators.isAbsent(value) ? null : converter(type).apply(value);
        });
    }

    private static UnaryOperator<@Nullable Object> converter(@Nullable Object type) {
        UnaryOperator<@Nullable Object> converter = BY_TYPE.get(String.valueOf(type));
        if (converter == null) {
            throw CommandException.badValue("$convert does not know the type " + type);
        }
        return converter;
    }

    private static Expression convert(@Nullable Object argument, ExpressionParser parser) {
        Document options = Operators.options("$convert", argument, List.of("input", "to", "onError", "onNull"));
        Expression input = parser.parse(options.get("input"));
        Expression onNull = parser.parse(options.get("onNull"));
        Expression onError = options.containsKey("onError") ? parser.parse(options.get("onError")) : null;
        UnaryOperator<@Nullable Object> converter = converter(options.get("to"));
        return scope -> {
            Object value = input.evaluate(scope);
            if (Operators.isAbsent(value)) {
                return onNull.evaluate(scope);
            }
            try {
                return converter.apply(value);
            } catch (CommandException e) {
                if (onError == null) {
                    throw e;
                }
                return onError.evaluate(scope);
            }
        };
    }

    private static CommandException failure(@Nullable Object value, String type) {
        return new CommandException(
                241,
                "ConversionFailure",
                "cannot convert '" + value + "' from " + TypeName.nameOf(value) + " to " + type + " in $convert");
    }

    /** A number as text has the least digits that tell it apart, as MongoDB writes it. */
    static String toText(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> Long.toString(d.longValue());
            case Double d when d.isInfinite() -> d > 0 ? "Infinity" : "-Infinity";
            case Double d -> Double.toString(d);
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            case Instant date -> DateFormat.ISO.format(date, java.time.ZoneOffset.UTC);
            case ObjectId id -> id.toHexString();
            case null, default -> throw failure(value, "string");
        };
    }

    private static Long toInteger(@Nullable Object value, long least, long most) {
        BigDecimal exact = switch (value) {
            case Boolean bool -> bool ? BigDecimal.ONE : BigDecimal.ZERO;
            case Number number when Numbers.isFinite(number) -> Numbers.toBigDecimal(number);
            case String text -> parse(text, "integer", false);
            case Instant date when least == Long.MIN_VALUE -> BigDecimal.valueOf(date.toEpochMilli());
            case null, default -> throw failure(value, "integer");
        };
        BigDecimal whole = exact.setScale(0, RoundingMode.DOWN);
        boolean fits =
                whole.compareTo(BigDecimal.valueOf(least)) >= 0 && whole.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!fits) {
            throw failure(value, "integer");
        }
        return whole.longValueExact();
    }

    private static BigDecimal parse(String text, String type, boolean fraction) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (fraction || text.chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == '+')) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, with the type that was wanted.
        }
        throw failure(text, type);
    }

    private static Object toDouble(@Nullable Object value) {
        return switch (value) {
            case Boolean bool -> bool ? 1.0 : 0.0;
            case Number number -> Numbers.toDouble(number);
            case String text -> parse(text, "double", true).doubleValue();
            case Instant date -> (double) date.toEpochMilli();
            case null, default -> throw failure(value, "double");
        };
    }

    private static Object toDecimal(@Nullable Object value) {
        return switch (value) {
            case Decimal128 decimal -> decimal;
            case Boolean bool -> new Decimal128(bool ? 1 : 0);
            case Double d -> Arithmetic.add(d, new Decimal128(0));
            case Number number -> new Decimal128(number.longValue());
            case String text -> Arithmetic.decimal(parse(text, "decimal", true));
            case Instant date -> new Decimal128(date.toEpochMilli());
            case null, default -> throw failure(value, "decimal");
        };
    }

    private static Object toBoolean(@Nullable Object value) {
        return value instanceof Number number ? Numbers.toDouble(number) != 0 : !Boolean.FALSE.equals(value);
    }

    private static Object toDate(@Nullable Object value) {
        return switch (value) {
            case Instant date -> date;
            case Number number
            when !(number instanceof Integer) -> Instant.ofEpochMilli((long) Numbers.toDouble(number));
            case ObjectId id -> id.getDate().toInstant();
            case String text -> parseDate(text);
            case null, default -> throw failure(value, "date");
        };
    }

    static Instant parseDate(String text) {
        try {
            String full = text.length() == 10 ? text + "T00:00:00" : text;
            boolean zoned = full.endsWith("Z") || full.lastIndexOf('+') > 10 || full.lastIndexOf('-') > 10;
            return java.time.OffsetDateTime.parse(zoned ? full : full + "Z").toInstant();
        } catch (DateTimeException e) {
            throw failure(text, "date");
        }
    }

    private static Object toObjectId(@Nullable Object value) {
        return switch (value) {
            case ObjectId id -> id;
            case String text when ObjectId.isValid(text) -> new ObjectId(text);
            case null, default -> throw failure(value, "objectId");
        };
    }
}
