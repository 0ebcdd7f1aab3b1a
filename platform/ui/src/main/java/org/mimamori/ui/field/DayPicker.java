package org.mimamori.ui.field;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.Result;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Value;

/** A control in which one picks a day, or types it with the year of the calendar or of the era. */
public final class DayPicker extends DatePicker {

    /** A year below it is two digits that somebody took for enough. */
    private static final int FIRST_YEAR = 1000;

    private TypedDay lastTyped = new TypedDay.Unreadable();

    /** A picker without a label yet. */
    public DayPicker(FieldContext context) {
        // Typing must not be caught in the calendar: it opens by its button.
        setAutoOpen(false);
        setManualValidation(true);
        setI18n(words(context));
        setPlaceholder(context.words().of("field.dateExample"));
        setFallbackParser(typed -> read(typed, context.today()));
        setClearButtonVisible(true);
        addClassName("mm-date");
    }

    /** What stands in the picker. */
    Typed typed() {
        LocalDate date = getValue();
        if (isInputUnparsable()) {
            return lastTyped instanceof TypedDay.OutsideEra(LocalDate meant)
                    ? Typed.Fault.of("date.outsideEra", JapaneseDays.era(meant))
                    : Typed.Fault.of("date.notADate");
        }
        if (date == null) {
            return new Typed.Read(Value.BLANK);
        }
        return date.getYear() < FIRST_YEAR ? Typed.Fault.of("date.notADate") : new Typed.Read(new Value.Date(date));
    }

    static @Nullable LocalDate dayOf(Value value) {
        return value instanceof Value.Date(LocalDate date) ? date : null;
    }

    private Result<LocalDate> read(String typed, LocalDate today) {
        lastTyped = JapaneseDays.read(typed, today);
        return switch (lastTyped) {
            case TypedDay.Day(LocalDate date) -> Result.ok(date);
            case TypedDay.OutsideEra outside -> Result.error("");
            case TypedDay.Unreadable unreadable -> Result.error("");
        };
    }

    private static DatePickerI18n words(FieldContext context) {
        Locale locale = context.locale();
        boolean japanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        return new DatePickerI18n()
                .setDateFormats(japanese ? "yyyy/MM/dd" : "yyyy-MM-dd", "yyyy-MM-dd", "yyyy/MM/dd")
                .setMonthNames(IntStream.rangeClosed(1, 12)
                        .mapToObj(Month::of)
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(0)
                .setToday(context.words().of("field.today"))
                .setCancel(context.words().of("field.cancel"));
    }

    /** Names from Sunday on, as the picker wants them. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return IntStream.rangeClosed(0, 6)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
                .toList();
    }
}
