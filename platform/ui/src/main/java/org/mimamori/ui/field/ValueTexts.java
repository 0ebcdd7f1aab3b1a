package org.mimamori.ui.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;

/** Values as one line of plain text in the reader's language: cells of lists, history, what a conflict is about. */
public record ValueTexts(FieldContext context) {

    /** Where the text stands. */
    private enum Style {
        PAGE,
        COLUMN
    }

    /** The value in a sentence or on a page; empty for blank. */
    public String of(Field field, Value value) {
        return text(field, value, Style.PAGE);
    }

    /** The value in a column of a list: one line, days of equal width, a table as the number of its rows. */
    public String column(Field field, Value value) {
        return text(field, value, Style.COLUMN);
    }

    private String text(Field field, Value value, Style style) {
        return switch (value) {
            case Value.Blank() -> "";
            case Value.Text text -> text(field.plainText(text), style);
            case Value.Decimal(BigDecimal number) -> numbers().of(field, number);
            case Value.Choice(String option) -> context.option(field, option);
            case Value.Choices(List<String> options) ->
                list(options.stream().map(option -> context.option(field, option)));
            case Value.Date(LocalDate date) -> day(date, style);
            case Value.Time(LocalTime time) -> DayTexts.time(time);
            case Value.Moment(Instant instant) ->
                moment(instant.atZone(context.person().zone()), style);
            case Value.Entity(EntityRef ref) -> context.name(ref);
            case Value.Entities(List<EntityRef> refs) -> list(refs.stream().map(context::name));
            case Value.Files(List<FileRef> files) -> list(files.stream().map(FileRef::name));
            case Value.Rows(List<Row> rows) -> rows(field, rows, style);
        };
    }

    private static String text(String text, Style style) {
        return switch (style) {
            case PAGE -> text;
            case COLUMN -> text.replaceAll("\\s+", " ").strip();
        };
    }

    private String day(LocalDate date, Style style) {
        return switch (style) {
            case PAGE -> DayTexts.day(date, context.locale());
            case COLUMN -> DayTexts.column(date, context.locale());
        };
    }

    private String moment(ZonedDateTime moment, Style style) {
        return day(moment.toLocalDate(), style) + " " + DayTexts.time(moment.toLocalTime());
    }

    private String rows(Field table, List<Row> rows, Style style) {
        return switch (style) {
            case PAGE -> rows.stream().map(row -> row(table, row)).collect(Collectors.joining(" / "));
            case COLUMN -> context.words().of("field.rows", rows.size());
        };
    }

    private String row(Field table, Row row) {
        return list(table.inner().stream()
                .filter(inner -> !row.value(inner.code()).isBlank())
                .map(inner -> of(inner, row.value(inner.code()))));
    }

    private String list(Stream<String> parts) {
        return parts.collect(Collectors.joining(context.words().of("field.listSeparator")));
    }

    private NumberTexts numbers() {
        return new NumberTexts(
                context.words(), context.app().settings().numberPrecision().roundingMode());
    }
}
