package org.mimamori.embedded.expression;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.BsonRegularExpression;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.filter.TypeName;
import org.mimamori.embedded.filter.ValueTest;

/** The operators on text. Positions and lengths count code points, or UTF-8 bytes where the name says so. */
final class TextOperators {

    private TextOperators() {}

    static void addTo(Map<String, Operators.Builder> all) {
        all.put("$concat", Operators.function("$concat", 0, Integer.MAX_VALUE, TextOperators::concat));
        all.put("$toLower", onText("$toLower", text -> text.toLowerCase(Locale.ROOT)));
        all.put("$toUpper", onText("$toUpper", text -> text.toUpperCase(Locale.ROOT)));
        all.put("$strLenCP", length("$strLenCP", text -> text.codePointCount(0, text.length())));
        all.put("$strLenBytes", length("$strLenBytes", text -> text.getBytes(StandardCharsets.UTF_8).length));
        all.put("$substrCP", Operators.function("$substrCP", 3, 3, TextOperators::substring));
        all.put("$split", Operators.function("$split", 2, 2, TextOperators::split));
        all.put("$indexOfCP", Operators.function("$indexOfCP", 2, 4, TextOperators::indexOf));
        all.put("$strcasecmp", Operators.function("$strcasecmp", 2, 2, TextOperators::compareIgnoringCase));
        all.put("$replaceOne", replace("$replaceOne", false));
        all.put("$replaceAll", replace("$replaceAll", true));
        all.put("$trim", trim("$trim", true, true));
        all.put("$ltrim", trim("$ltrim", true, false));
        all.put("$rtrim", trim("$rtrim", false, true));
        all.put("$regexMatch", TextOperators::regexMatch);
    }

    private static String text(String operator, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw CommandException.typeMismatch(operator + " needs a string, found " + TypeName.nameOf(value));
    }

    private static @Nullable Object concat(List<@Nullable Object> parts) {
        StringBuilder all = new StringBuilder();
        for (Object part : parts) {
            if (Operators.isAbsent(part)) {
                return null;
            }
            all.append(text("$concat", part));
        }
        return all.toString();
    }

    private static Operators.Builder onText(String name, java.util.function.UnaryOperator<String> change) {
        return Operators.function(name, 1, 1, arguments -> {
            Object value = arguments.getFirst();
            return Operators.isAbsent(value) ? "" : change.apply(Conversions.toText(value));
        });
    }

    private static Operators.Builder length(String name, java.util.function.ToIntFunction<String> length) {
        return Operators.function(name, 1, 1, arguments -> length.applyAsInt(text(name, arguments.getFirst())));
    }

    private static Object substring(List<@Nullable Object> arguments) {
        if (Operators.isAbsent(arguments.getFirst())) {
            return "";
        }
        int[] points = Conversions.toText(arguments.getFirst()).codePoints().toArray();
        int from = Arithmetic.number("$substrCP", arguments.get(1)).intValue();
        int count = Arithmetic.number("$substrCP", arguments.get(2)).intValue();
        if (from < 0) {
            throw CommandException.location(34455, "the starting index of $substrCP must not be negative");
        }
        int start = Math.min(from, points.length);
        int size = count < 0 ? points.length - start : Math.min(count, points.length - start);
        return new String(points, start, size);
    }

    private static @Nullable Object split(List<@Nullable Object> arguments) {
        if (Operators.isAbsent(arguments.get(0)) || Operators.isAbsent(arguments.get(1))) {
            return null;
        }
        String separator = text("$split", arguments.get(1));
        if (separator.isEmpty()) {
            throw CommandException.location(40087, "$split requires a non-empty separator");
        }
        return new ArrayList<>(List.of(text("$split", arguments.get(0)).split(Pattern.quote(separator), -1)));
    }

    private static @Nullable Object indexOf(List<@Nullable Object> arguments) {
        if (Operators.isAbsent(arguments.getFirst())) {
            return null;
        }
        String text = text("$indexOfCP", arguments.get(0));
        int points = text.codePointCount(0, text.length());
        int from = arguments.size() > 2
                ? Arithmetic.number("$indexOfCP", arguments.get(2)).intValue()
                : 0;
        int to = arguments.size() > 3
                ? Arithmetic.number("$indexOfCP", arguments.get(3)).intValue()
                : points;
        if (from > points || to < from) {
            return -1;
        }
        String part = text.substring(0, text.offsetByCodePoints(0, Math.min(to, points)));
        int found = part.indexOf(text("$indexOfCP", arguments.get(1)), text.offsetByCodePoints(0, from));
        return found < 0 ? (Object) (-1) : (Object) text.codePointCount(0, found);
    }

    private static Object compareIgnoringCase(List<@Nullable Object> arguments) {
        String left = Operators.isAbsent(arguments.get(0)) ? "" : Conversions.toText(arguments.get(0));
        String right = Operators.isAbsent(arguments.get(1)) ? "" : Conversions.toText(arguments.get(1));
        return Integer.signum(left.toUpperCase(Locale.ROOT).compareTo(right.toUpperCase(Locale.ROOT)));
    }

    private static Operators.Builder replace(String name, boolean every) {
        return (argument, parser) -> {
            Document options = Operators.options(name, argument, List.of("input", "find", "replacement"));
            List<Expression> parts = List.of(
                    parser.parse(options.get("input")),
                    parser.parse(options.get("find")),
                    parser.parse(options.get("replacement")));
            return scope -> {
                List<@Nullable Object> values = Operators.evaluate(parts, scope);
                if (values.stream().anyMatch(Operators::isAbsent)) {
                    return null;
                }
                return replaced(name, values, every);
            };
        };
    }

    private static String replaced(String name, List<@Nullable Object> values, boolean every) {
        String input = text(name, values.get(0));
        String find = text(name, values.get(1));
        String replacement = text(name, values.get(2));
        if (every) {
            return input.replace(find, replacement);
        }
        int at = input.indexOf(find);
        return at < 0 ? input : input.substring(0, at) + replacement + input.substring(at + find.length());
    }

    private static Operators.Builder trim(String name, boolean left, boolean right) {
        return (argument, parser) -> {
            Document options = Operators.options(name, argument, List.of("input", "chars"));
            Expression input = parser.parse(options.get("input"));
            Expression chars = options.containsKey("chars") ? parser.parse(options.get("chars")) : null;
            return scope -> {
                Object value = input.evaluate(scope);
                Object set = chars == null
                        ? " \t\n\r\f\u000b\0\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                        : chars.evaluate(scope);
                if (Operators.isAbsent(value) || Operators.isAbsent(set)) {
                    return null;
                }
                return trimmed(text(name, value), text(name, set), left, right);
            };
        };
    }

    private static String trimmed(String text, String chars, boolean left, boolean right) {
        int[] points = text.codePoints().toArray();
        int start = 0;
        int end = points.length;
        while (left && start < end && chars.indexOf(points[start]) >= 0) {
            start++;
        }
        while (right && end > start && chars.indexOf(points[end - 1]) >= 0) {
            end--;
        }
        return new String(points, start, end - start);
    }

    private static Expression regexMatch(@Nullable Object argument, ExpressionParser parser) {
        Document options = Operators.options("$regexMatch", argument, List.of("input", "regex", "options"));
        Expression input = parser.parse(options.get("input"));
        String flags = options.get("options") instanceof String text ? text : "";
        ValueTest.Matches pattern = switch (options.get("regex")) {
            case String regex when !regex.startsWith("$") -> ValueTest.Matches.of(regex, flags);
            case BsonRegularExpression regex ->
                ValueTest.Matches.of(regex.getPattern(), flags.isEmpty() ? regex.getOptions() : flags);
            case null, default -> throw CommandException.notImplemented("a computed regex in $regexMatch");
        };
        return scope -> {
            Object value = input.evaluate(scope);
            return !Operators.isAbsent(value) && pattern.test(text("$regexMatch", value));
        };
    }
}
