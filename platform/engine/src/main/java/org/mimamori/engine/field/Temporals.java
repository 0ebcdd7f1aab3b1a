package org.mimamori.engine.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days, times and instants as kintone's record JSON may write them. */
final class Temporals {

    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?");

    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][XX]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private Temporals() {}

    /** A day; a year or a month alone means its first day. */
    static LocalDate day(String text) throws UnreadableValue {
        Matcher parts = DAY.matcher(text);
        if (!parts.matches()) {
            throw new UnreadableValue("date.notADate");
        }
        try {
            return LocalDate.of(part(parts, 1), part(parts, 2), part(parts, 3));
        } catch (DateTimeException e) {
            throw new UnreadableValue("date.notADate");
        }
    }

    /** A time of day; seconds are dropped. */
    static LocalTime time(String text) throws UnreadableValue {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new UnreadableValue("time.notATime");
        }
        try {
            return LocalTime.of(part(parts, 1), part(parts, 2));
        } catch (DateTimeException e) {
            throw new UnreadableValue("time.notATime");
        }
    }

    /** An instant with its offset; a day alone means its start in UTC. */
    static Instant instant(String text) throws UnreadableValue {
        try {
            return DAY.matcher(text).matches()
                    ? day(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text, INSTANT).toInstant();
        } catch (DateTimeException | UnreadableValue e) {
            throw new UnreadableValue("moment.notAMoment");
        }
    }

    /** A day and time on some wall, as settings give it; a day alone means its start. */
    static LocalDateTime local(String text) throws UnreadableValue {
        int split = text.indexOf('T');
        return split < 0
                ? day(text).atStartOfDay()
                : day(text.substring(0, split)).atTime(time(text.substring(split + 1)));
    }

    private static int part(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
