package org.mimamori.embedded.expression;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.mimamori.embedded.CommandException;

/** A pattern by which {@code $dateToString} writes a date. */
record DateFormat(String pattern) {

    static final DateFormat ISO = new DateFormat("%Y-%m-%dT%H:%M:%S.%LZ");

    String format(Instant instant, ZoneId zone) {
        ZonedDateTime date = instant.atZone(zone);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length()) {
                text.append(part(pattern.charAt(++i), date));
            } else if (c == '%') {
                throw CommandException.location(18535, "Unmatched '%' at end of format string");
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String part(char letter, ZonedDateTime date) {
        return switch (letter) {
            case 'Y' -> padded(date.getYear(), 4);
            case 'm' -> padded(date.getMonthValue(), 2);
            case 'd' -> padded(date.getDayOfMonth(), 2);
            case 'H' -> padded(date.getHour(), 2);
            case 'M' -> padded(date.getMinute(), 2);
            case 'S' -> padded(date.getSecond(), 2);
            case 'L' -> padded(date.getNano() / 1_000_000, 3);
            case 'j' -> padded(date.getDayOfYear(), 3);
            case 'u' -> Integer.toString(date.getDayOfWeek().getValue());
            case 'w' -> Integer.toString(sundayFirst(date));
            case 'U' -> padded(week(date), 2);
            case 'V' -> padded(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
            case 'G' -> padded(date.get(IsoFields.WEEK_BASED_YEAR), 4);
            case 'z' -> date.getOffset().getId().replace("Z", "+0000").replace(":", "");
            case 'Z' -> Integer.toString(date.getOffset().getTotalSeconds() / 60);
            case '%' -> "%";
            default ->
                throw CommandException.location(18536, "Invalid format character '%" + letter + "' in format string");
        };
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(Math.abs(number));
        return (number < 0 ? "-" : "") + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** 1 is Sunday. */
    static int sundayFirst(ZonedDateTime date) {
        return date.getDayOfWeek().getValue() % 7 + 1;
    }

    /** Weeks begin on Sunday, and the days before the first Sunday are in week 0. */
    static int week(ZonedDateTime date) {
        ZonedDateTime first = date.with(TemporalAdjusters.firstDayOfYear())
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))
                .truncatedTo(ChronoUnit.DAYS);
        return date.isBefore(first) ? 0 : (date.getDayOfYear() - first.getDayOfYear()) / 7 + 1;
    }
}
