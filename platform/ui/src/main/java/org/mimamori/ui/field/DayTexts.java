package org.mimamori.ui.field;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as the screens write them, the weekday with every day. */
public final class DayTexts {

    private static final DateTimeFormatter JAPANESE = DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPANESE);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM uuuu (E)", Locale.ENGLISH);
    private static final DateTimeFormatter JAPANESE_COLUMN =
            DateTimeFormatter.ofPattern("uuuu/MM/dd(E)", Locale.JAPANESE);
    private static final DateTimeFormatter ENGLISH_COLUMN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd (E)", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private DayTexts() {}

    /** A day in a sentence or on a form: 2026年4月1日(水). */
    public static String day(LocalDate date, Locale locale) {
        return (japanese(locale) ? JAPANESE : ENGLISH).format(date);
    }

    /** A day in a column, every one as wide as the next: 2026/04/01(水). */
    public static String column(LocalDate date, Locale locale) {
        return (japanese(locale) ? JAPANESE_COLUMN : ENGLISH_COLUMN).format(date);
    }

    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    private static boolean japanese(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
    }
}
