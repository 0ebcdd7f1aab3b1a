package org.mimamori.api.wire;

import java.math.BigDecimal;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.JsonNode;

/** Reads single parameter values, as leniently as kintone does. */
final class Scalars {

    private Scalars() {}

    /** Reads one value that stands at a place. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonNode value, String place);
    }

    /** A whole number, or the text of one, within bounds. */
    static long number(JsonNode value, String place, long least, long most) {
        long number = whole(value, place);
        if (number < least) {
            throw Problem.BadParameter.of(place, "tooSmall", least).asException();
        }
        if (number > most) {
            throw Problem.BadParameter.of(place, "tooLarge", most).asException();
        }
        return number;
    }

    static String text(JsonNode value, String place) {
        if (!value.isString() && !value.isNumber()) {
            throw wrongType(place);
        }
        String text = value.asString();
        if (text.codePoints().anyMatch(Scalars::unstorable)) {
            throw Problem.BadParameter.of(place, "malformed").asException();
        }
        return text;
    }

    static boolean flag(JsonNode value, String place) {
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (!value.isString()) {
            throw wrongType(place);
        }
        return switch (value.asString()) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw Problem.BadParameter.of(place, "notBoolean").asException();
        };
    }

    /** NUL and half a character: what no store or screen could give back. */
    private static boolean unstorable(int c) {
        return c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static long whole(JsonNode value, String place) {
        if (!value.isString() && !value.isNumber()) {
            throw wrongType(place);
        }
        String text = value.asString().strip();
        try {
            return text.length() > 40 ? notNumeric(place) : new BigDecimal(text).longValueExact();
        } catch (NumberFormatException e) {
            return notNumeric(place);
        } catch (ArithmeticException e) {
            return notNumeric(place);
        }
    }

    private static long notNumeric(String place) {
        throw Problem.BadParameter.of(place, "notNumeric").asException();
    }

    private static RuntimeException wrongType(String place) {
        return new Problem.BadJson(place + " has the wrong type").asException();
    }
}
