package org.mimamori.engine.app;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.app.Report.Function;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.SystemValue;

/** What reports can do with a field: kintone's rules. */
public final class ReportFields {

    private static final Set<Unit> DAYS =
            EnumSet.of(Unit.FISCAL_YEAR, Unit.YEAR, Unit.QUARTER, Unit.MONTH, Unit.WEEK, Unit.DAY);
    private static final Set<Unit> TIMES = EnumSet.of(Unit.HOUR, Unit.MINUTE);

    private ReportFields() {}

    /** Whether records can be gathered by it. Text of several lines says something else in each record. */
    public static boolean groupable(Field field) {
        return field.enabled()
                && switch (field.shape()) {
                    case TEXT -> field.sortable();
                    case DECIMAL, CHOICE, DATE, TIME, MOMENT, ENTITY, ENTITIES -> true;
                    case CHOICES -> !field.systemValue().equals(Optional.of(SystemValue.CATEGORY));
                    case FILES, ROWS, NONE -> false;
                };
    }

    /** Units of time the field can be gathered by, of which one is needed; empty for a field without time. */
    public static Set<Unit> units(Field field) {
        return switch (field.shape()) {
            case DATE -> EnumSet.copyOf(DAYS);
            case TIME -> EnumSet.copyOf(TIMES);
            case MOMENT -> EnumSet.allOf(Unit.class);
            case TEXT, DECIMAL, CHOICE, CHOICES, ENTITY, ENTITIES, FILES, ROWS, NONE -> EnumSet.noneOf(Unit.class);
        };
    }

    /** Whether the function can be taken of the field's values. */
    public static boolean takes(Function function, Field field) {
        boolean number = switch (field.shape()) {
            case DECIMAL -> field.systemValue().isEmpty();
            case TEXT, CHOICE, CHOICES, DATE, TIME, MOMENT, ENTITY, ENTITIES, FILES, ROWS, NONE -> false;
        };
        return switch (function) {
            case COUNT -> false;
            case SUM, AVERAGE -> number;
            case MAX, MIN -> number || !units(field).isEmpty();
        };
    }
}
