package org.mimamori.engine.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimamori.engine.directory.EntityRef;

/** Values as plain text. People are given by code: their names are the directory's to know. */
final class PlainTexts {

    private PlainTexts() {}

    static String of(Field field, Value value) {
        return switch (value) {
            case Value.Blank() -> "";
            case Value.Text(String text) -> text;
            case Value.Decimal(BigDecimal number) -> field.decimalForm().write(number);
            case Value.Choice(String option) -> option;
            case Value.Choices(List<String> options) -> String.join("\n", options);
            case Value.Date(LocalDate date) -> date.toString();
            case Value.Time(LocalTime time) -> time.toString();
            case Value.Moment(Instant instant) -> instant.toString();
            case Value.Entity(EntityRef ref) -> ref.code();
            case Value.Entities(List<EntityRef> refs) -> lines(refs.stream().map(EntityRef::code));
            case Value.Files(List<FileRef> files) -> lines(files.stream().map(FileRef::name));
            case Value.Rows(List<Row> rows) -> lines(rows.stream().flatMap(row -> cells(field, row)));
        };
    }

    private static Stream<String> cells(Field table, Row row) {
        Map<FieldCode, Value> values = row.values();
        return table.inner().stream()
                .filter(inner -> values.containsKey(inner.code()))
                .map(inner -> inner.plainText(row.value(inner.code())))
                .filter(text -> !text.isEmpty());
    }

    private static String lines(Stream<String> parts) {
        return parts.collect(Collectors.joining("\n"));
    }
}
