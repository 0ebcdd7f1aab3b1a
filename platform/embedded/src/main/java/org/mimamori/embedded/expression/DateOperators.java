package org.mimamori.embedded.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.filter.TypeName;

/** The operators on dates, all of which take a time zone. */
final class DateOperators {

    private DateOperators() {}

    static void addTo(Map<String, Operators.Builder> all) {
        all.put("$year", part("$year", ZonedDateTime::getYear));
        all.put("$month", part("$month", ZonedDateTime::getMonthValue));
        all.put("$dayOfMonth", part("$dayOfMonth", ZonedDateTime::getDayOfMonth));
        all.put("$dayOfYear", part("$dayOfYear", ZonedDateTime::getDayOfYear));
        all.put("$dayOfWeek", part("$dayOfWeek", DateFormat::sundayFirst));
        all.put("$week", part("$week", DateFormat::week));
        all.put("$isoWeek", part("$isoWeek", date -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
        all.put("$isoWeekYear", part("$isoWeekYear", date -> (long) date.get(IsoFields.WEEK_BASED_YEAR)));
        all.put(
                "$isoDayOfWeek",
                part("$isoDayOfWeek", date -> date.getDayOfWeek().getValue()));
        all.put("$hour", part("$hour", ZonedDateTime::getHour));
        all.put("$minute", part("$minute", ZonedDateTime::getMinute));
        all.put("$second", part("$second", ZonedDateTime::getSecond));
        all.put("$millisecond", part("$millisecond", date -> date.getNano() / 1_000_000));
        all.put("$dateToString", DateOperators::toText);
        all.put("$dateFromString", DateOperators::fromText);
        all.put("$dateFromParts", DateOperators::fromParts);
        all.put("$dateAdd", shift("$dateAdd", 1));
        all.put("$dateSubtract", shift("$dateSubtract", -1));
    }

    private static @Nullable Instant instant(String operator, @Nullable Object value) {
        return switch (value) {
            case Instant instant -> instant;
            case ObjectId id -> id.getDate().toInstant();
            case BsonTimestamp timestamp -> Instant.ofEpochSecond(timestamp.getTime());
            case null -> null;
            default -> {
                if (Operators.isAbsent(value)) {
                    yield null;
                }
                throw CommandException.location(
                        16006, operator + " can't convert from BSON type " + TypeName.nameOf(value) + " to Date");
            }
        };
    }

    /** The zone an expression names, which is the same for nearly every document. */
    private static final class Zone {
        private final @Nullable Expression expression;
        private String lastName = "UTC";
        private ZoneId last = ZoneOffset.UTC;

        Zone(@Nullable Expression expression) {
            this.expression = expression;
        }

        /** UTC if no zone is named; null if the name is null. */
        @Nullable
        ZoneId of(Scope scope) {
            if (expression == null) {
                return ZoneOffset.UTC;
            }
            if (!(expression.evaluate(scope) instanceof String name)) {
                return null;
            }
            if (!name.equals(lastName)) {
                last = zone(name);
                lastName = name;
            }
            return last;
        }
    }

    private static ZoneId zone(String name) {
        try {
            boolean digits = name.matches("[+-]\\d{4}");
            return ZoneId.of(digits ? name.substring(0, 3) + ":" + name.substring(3) : name);
        } catch (DateTimeException e) {
            throw CommandException.location(40485, "unrecognized time zone identifier: \"" + name + "\"");
        }
    }

    private static @Nullable Expression optional(Document options, String name, ExpressionParser parser) {
        return options.containsKey(name) ? parser.parse(options.get(name)) : null;
    }

    private static Operators.Builder part(String name, Function<ZonedDateTime, Number> part) {
        return (argument, parser) -> {
            boolean named = argument instanceof Document d && d.containsKey("date");
            Document options = named
                    ? Operators.options(name, argument, List.of("date", "timezone"))
                    : new Document("date", argument);
            Object spec = options.get("date") instanceof List<?> one && one.size() == 1
                    ? one.getFirst()
                    : options.get("date");
            Expression date = parser.parse(spec);
            Zone timezone = new Zone(optional(options, "timezone", parser));
            return scope -> {
                Instant instant = instant(name, date.evaluate(scope));
                ZoneId zone = timezone.of(scope);
                return instant == null || zone == null ? null : (Object) part.apply(instant.atZone(zone));
            };
        };
    }

    private static Expression toText(@Nullable Object argument, ExpressionParser parser) {
        Document options =
                Operators.options("$dateToString", argument, List.of("date", "format", "timezone", "onNull"));
        Expression date = parser.parse(options.get("date"));
        Expression format = optional(options, "format", parser);
        Zone timezone = new Zone(optional(options, "timezone", parser));
        Expression onNull = parser.parse(options.get("onNull"));
        return scope -> {
            Instant instant = instant("$dateToString", date.evaluate(scope));
            ZoneId zone = timezone.of(scope);
            if (instant == null || zone == null) {
                return onNull.evaluate(scope);
            }
            Object pattern = format == null ? DateFormat.ISO.pattern() : format.evaluate(scope);
            return pattern instanceof String text ? new DateFormat(text).format(instant, zone) : null;
        };
    }

    private static Expression fromText(@Nullable Object argument, ExpressionParser parser) {
        Document options = Operators.options("$dateFromString", argument, List.of("dateString", "onNull", "onError"));
        Expression text = parser.parse(options.get("dateString"));
        Expression onNull = parser.parse(options.get("onNull"));
        Expression onError = optional(options, "onError", parser);
        return scope -> {
            Object value = text.evaluate(scope);
            if (Operators.isAbsent(value)) {
                return onNull.evaluate(scope);
            }
            try {
                return Conversions.parseDate(String.valueOf(value));
            } catch (CommandException e) {
                if (onError == null) {
                    throw e;
                }
                return onError.evaluate(scope);
            }
        };
    }

    private static Expression fromParts(@Nullable Object argument, ExpressionParser parser) {
        List<String> names = List.of("year", "month", "day", "hour", "minute", "second", "millisecond", "timezone");
        Document options = Operators.options("$dateFromParts", argument, names);
        List<Expression> parts = names.subList(0, 7).stream()
                .map(name ->
                        parser.parse(options.get(name, name.equals("month") || name.equals("day") ? (Object) 1 : 0)))
                .toList();
        Zone timezone = new Zone(optional(options, "timezone", parser));
        return scope -> {
            List<@Nullable Object> values = Operators.evaluate(parts, scope);
            ZoneId zone = timezone.of(scope);
            if (zone == null || values.stream().anyMatch(Operators::isAbsent)) {
                return null;
            }
            long[] n = values.stream()
                    .mapToLong(
                            value -> Arithmetic.number("$dateFromParts", value).longValue())
                    .toArray();
            return ZonedDateTime.of((int) n[0], 1, 1, 0, 0, 0, 0, zone)
                    .plusMonths(n[1] - 1)
                    .plusDays(n[2] - 1)
                    .plusHours(n[3])
                    .plusMinutes(n[4])
                    .plusSeconds(n[5])
                    .plus(n[6], ChronoUnit.MILLIS)
                    .toInstant();
        };
    }

    private static Operators.Builder shift(String name, int sign) {
        return (argument, parser) -> {
            Document options = Operators.options(name, argument, List.of("startDate", "unit", "amount", "timezone"));
            Expression start = parser.parse(options.get("startDate"));
            Expression amount = parser.parse(options.get("amount"));
            Zone timezone = new Zone(optional(options, "timezone", parser));
            String unit = String.valueOf(options.get("unit"));
            return scope -> {
                Instant instant = instant(name, start.evaluate(scope));
                ZoneId zone = timezone.of(scope);
                Object count = amount.evaluate(scope);
                if (instant == null || zone == null || Operators.isAbsent(count)) {
                    return null;
                }
                long by = sign * Arithmetic.number(name, count).longValue();
                return shifted(instant.atZone(zone), unit, by).toInstant();
            };
        };
    }

    private static ZonedDateTime shifted(ZonedDateTime date, String unit, long by) {
        return switch (unit) {
            case "year" -> date.plusYears(by);
            case "quarter" -> date.plusMonths(3 * by);
            case "month" -> date.plusMonths(by);
            case "week" -> date.plusWeeks(by);
            case "day" -> date.plusDays(by);
            case "hour" -> date.plusHours(by);
            case "minute" -> date.plusMinutes(by);
            case "second" -> date.plusSeconds(by);
            case "millisecond" -> date.plus(by, ChronoUnit.MILLIS);
            default -> throw CommandException.failedToParse("unknown time unit value: " + unit);
        };
    }
}
