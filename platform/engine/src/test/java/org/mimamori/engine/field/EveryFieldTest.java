package org.mimamori.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The form with every field is what it claims to be. */
class EveryFieldTest {

    @Test
    void holdsEveryTypeOfTheInstallation() {
        assertThat(EveryField.fields())
                .extracting(Field::type)
                .containsAll(FieldTypes.standard().names());
    }

    @Test
    void holdsInItsTableEveryTypeATableMayHold() {
        Set<String> concrete = EveryField.fields().stream()
                .filter(field -> field.systemValue().isEmpty())
                .filter(field -> field.shape() != Shape.ROWS && field.shape() != Shape.NONE)
                .map(Field::type)
                .collect(Collectors.toSet());
        assertThat(EveryField.field("面談").inner()).extracting(Field::type).containsAll(concrete);
    }

    @Test
    void isWrittenAsItWasRead() {
        for (Field field : EveryField.fields()) {
            JsonNode settings =
                    EveryField.definition().path("fields").path(field.code().text());
            assertThat((JsonNode) FieldTypes.standard().write(field)).isEqualTo(settings);
        }
    }

    @Test
    void fullRecordFillsEveryFieldThatCanBeWritten() {
        List<FieldCode> writable = EveryField.fields().stream()
                .filter(Field::writable)
                .map(Field::code)
                .toList();
        assertThat(EveryField.fullValues()).containsOnlyKeys(writable);
        assertThat(EveryField.fullValues().values()).noneMatch(Value::isBlank);
        Row row = TableRows.of(EveryField.fullValues().get(EveryField.TABLE)).getFirst();
        assertThat(row.values().values()).noneMatch(Value::isBlank);
        assertThat(row.values().keySet())
                .containsExactlyInAnyOrderElementsOf(EveryField.field("面談").inner().stream()
                        .filter(Field::writable)
                        .map(Field::code)
                        .toList());
    }

    @Test
    void bothRecordsObeyTheRulesOfTheirFields() {
        Consumer<Object> none = problem -> {
            throw new AssertionError(problem);
        };
        Stream.of(EveryField.fullValues(), EveryField.emptyValues())
                .forEach(values -> EveryField.fields()
                        .forEach(field -> field.check(values.getOrDefault(field.code(), Value.BLANK), none::accept)));
    }
}
