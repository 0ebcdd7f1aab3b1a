package org.mimamori.engine.formula;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How {@code DATE_FORMAT} writes a time: kintone's letters ({@code YYYY MM dd HH hh mm ss a}), months in English. Ours
 * besides: {@code E} the day of the week in Japanese, {@code G} the era ({@code GGGG} 令和, {@code G} R), after which
 * {@code y} is the year of the era and its first is 元. Text between single quotes, and whatever is no letter, stands
 * for itself.
 */
final class DatePattern {

    private static final String[] MONTHS = {
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December"
    };

    private final List<Piece> pieces;

    private DatePattern(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** Writes one part of a time. */
    private interface Piece {
        String write(ZonedDateTime time);
    }

    /** The pattern the text writes; empty when it has a letter that stands for nothing. */
    static Optional<DatePattern> find(String pattern) {
        boolean eras = pattern.indexOf('G') >= 0;
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < pattern.length(); ) {
            char c = pattern.charAt(at);
            if (c == '\'') {
                int end = pattern.indexOf('\'', at + 1);
                if (end < 0) {
                    return Optional.empty();
                }
                String quoted = end == at + 1 ? "'" : pattern.substring(at + 1, end);
                pieces.add(time -> quoted);
                at = end + 1;
                continue;
            }
            int count = run(pattern, at);
            Optional<Piece> piece = isLetter(c) ? letters(c, count, eras) : Optional.of(literal(c, count));
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(piece.get());
            at += count;
        }
        return Optional.of(new DatePattern(pieces));
    }

    String write(ZonedDateTime time) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.write(time)));
        return text.toString();
    }

    private static Optional<Piece> letters(char c, int count, boolean eras) {
        return switch (c) {
            case 'Y', 'u' -> Optional.of(time -> year(time, count));
            case 'y' -> Optional.of(time -> eras ? eraYear(time, count) : year(time, count));
            case 'G' -> Optional.of(time -> era(time, count));
            case 'M' -> Optional.of(time -> month(time.getMonthValue(), count));
            case 'd' -> Optional.of(time -> padded(time.getDayOfMonth(), count));
            case 'H' -> Optional.of(time -> padded(time.getHour(), count));
            case 'h' -> Optional.of(time -> padded((time.getHour() + 11) % 12 + 1, count));
            case 'K' -> Optional.of(time -> padded(time.getHour() % 12, count));
            case 'm' -> Optional.of(time -> padded(time.getMinute(), count));
            case 's' -> Optional.of(time -> padded(time.getSecond(), count));
            case 'a' -> Optional.of(time -> time.getHour() < 12 ? "AM" : "PM");
            case 'E' -> Optional.of(time -> weekday(time, count));
            default -> Optional.empty();
        };
    }

    private static Piece literal(char c, int count) {
        String text = String.valueOf(c).repeat(count);
        return time -> text;
    }

    private static String year(ZonedDateTime time, int count) {
        return count == 2 ? padded(time.getYear() % 100, 2) : padded(time.getYear(), count);
    }

    private static String month(int month, int count) {
        if (count <= 2) {
            return padded(month, count);
        }
        return count == 3 ? MONTHS[month - 1].substring(0, 3) : MONTHS[month - 1];
    }

    private static String weekday(ZonedDateTime time, int count) {
        return time.getDayOfWeek().getDisplayName(count >= 4 ? TextStyle.FULL : TextStyle.SHORT, Locale.JAPANESE);
    }

    private static String era(ZonedDateTime time, int count) {
        return japanese(time).getEra().getDisplayName(count >= 4 ? TextStyle.FULL : TextStyle.NARROW, Locale.JAPANESE);
    }

    private static String eraYear(ZonedDateTime time, int count) {
        int year = japanese(time).get(ChronoField.YEAR_OF_ERA);
        return year == 1 && count == 1 ? "元" : padded(year, count);
    }

    /** Japan counts days as we do since 1873. */
    private static JapaneseDate japanese(ZonedDateTime time) {
        try {
            return JapaneseDate.from(time);
        } catch (DateTimeException e) {
            throw Uncomputable.VALUE;
        }
    }

    private static String padded(int number, int count) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, Math.min(count, 10) - digits.length())) + digits;
    }

    private static int run(String pattern, int from) {
        int end = from;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(from)) {
            end++;
        }
        return end - from;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
