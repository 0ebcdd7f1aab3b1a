package org.mimamori.ui.field;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people in Japan type and write them: with the year of the era or of the calendar, in any width. */
public final class JapaneseDays {

    /** Japan counts days as the rest of the world does since this one; eras before it have another calendar. */
    private static final LocalDate FIRST = LocalDate.of(1873, 1, 1);

    private static final String SEPARATED = "[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?";
    private static final Pattern CALENDAR = Pattern.compile("(\\d{4})" + SEPARATED);
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern ERA =
            Pattern.compile("(令和|平成|昭和|大正|明治|[令平昭大明RHSTM])(元|\\d{1,2})" + SEPARATED, Pattern.CASE_INSENSITIVE);
    private static final Pattern ERA_DIGITS =
            Pattern.compile("([RHSTM])(\\d{2})(\\d{2})(\\d{2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern THIS_YEAR = Pattern.compile("(\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern WEEKDAY = Pattern.compile("\\([日月火水木金土]\\)$|[日月火水木金土]曜日?$");

    private static final Map<Character, JapaneseEra> ERAS = Map.ofEntries(
            Map.entry('令', JapaneseEra.REIWA),
            Map.entry('R', JapaneseEra.REIWA),
            Map.entry('平', JapaneseEra.HEISEI),
            Map.entry('H', JapaneseEra.HEISEI),
            Map.entry('昭', JapaneseEra.SHOWA),
            Map.entry('S', JapaneseEra.SHOWA),
            Map.entry('大', JapaneseEra.TAISHO),
            Map.entry('T', JapaneseEra.TAISHO),
            Map.entry('明', JapaneseEra.MEIJI),
            Map.entry('M', JapaneseEra.MEIJI));

    private static final Map<String, Integer> WORDS = Map.of("今日", 0, "本日", 0, "きょう", 0, "昨日", -1, "明日", 1);

    private JapaneseDays() {}

    /**
     * Reads what somebody typed: 2026/4/1, 20260401, R8.4.1, 令和8年4月1日, 4/1, 今日.
     *
     * @param today the day a text without a year is near to
     */
    public static TypedDay read(String typed, LocalDate today) {
        String text = WEEKDAY.matcher(
                        Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", ""))
                .replaceFirst("");
        Integer days = WORDS.get(text);
        if (days != null) {
            return new TypedDay.Day(today.plusDays(days));
        }
        List<Optional<TypedDay>> readings = List.of(
                match(CALENDAR, text, parts -> day(number(parts, 1), number(parts, 2), number(parts, 3))),
                match(DIGITS, text, parts -> day(number(parts, 1), number(parts, 2), number(parts, 3))),
                match(ERA, text, JapaneseDays::eraDay),
                match(ERA_DIGITS, text, JapaneseDays::eraDay),
                match(THIS_YEAR, text, parts -> day(today.getYear(), number(parts, 1), number(parts, 2))));
        return readings.stream().flatMap(Optional::stream).findFirst().orElseGet(TypedDay.Unreadable::new);
    }

    /** The day with the year of its era, as printed forms must say it: 令和元年5月1日. */
    public static String era(LocalDate date) {
        if (date.isBefore(FIRST)) {
            return "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        }
        JapaneseDate japanese = JapaneseDate.from(date);
        int year = japanese.get(ChronoField.YEAR_OF_ERA);
        String era = japanese.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE);
        return "%s%s年%d月%d日".formatted(era, year == 1 ? "元" : year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static Optional<TypedDay> match(Pattern pattern, String text, Function<Matcher, TypedDay> reading) {
        Matcher parts = pattern.matcher(text);
        return parts.matches() ? Optional.of(reading.apply(parts)) : Optional.empty();
    }

    private static TypedDay eraDay(Matcher parts) {
        JapaneseEra era = ERAS.get(Character.toUpperCase(parts.group(1).charAt(0)));
        int year = parts.group(2).equals("元") ? 1 : number(parts, 2);
        int month = number(parts, 3);
        int dayOfMonth = number(parts, 4);
        if (era == null || year == 0) {
            return new TypedDay.Unreadable();
        }
        try {
            return new TypedDay.Day(LocalDate.from(JapaneseDate.of(era, year, month, dayOfMonth)));
        } catch (DateTimeException e) {
            int calendarYear = firstYear(era) + year - 1;
            return day(calendarYear, month, dayOfMonth) instanceof TypedDay.Day(LocalDate meant)
                    ? new TypedDay.OutsideEra(meant)
                    : new TypedDay.Unreadable();
        }
    }

    private static int firstYear(JapaneseEra era) {
        // Every era lasted longer than that, and Java knows Meiji only from its sixth year on.
        return LocalDate.from(JapaneseDate.of(era, 6, 6, 1)).getYear() - 5;
    }

    private static TypedDay day(int year, int month, int dayOfMonth) {
        try {
            return new TypedDay.Day(LocalDate.of(year, month, dayOfMonth));
        } catch (DateTimeException e) {
            return new TypedDay.Unreadable();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
