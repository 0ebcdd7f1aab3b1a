package org.mimamori.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.problem.FieldProblem;

class ValuePlacesTest {

    private static final Map<String, Shape> SHAPES = Map.of(
            "氏名", Shape.TEXT,
            "持ち物", Shape.CHOICES,
            "書類", Shape.FILES,
            "担当者", Shape.ENTITIES,
            "体温", Shape.DECIMAL);

    private final ValuePlaces places = code -> Optional.ofNullable(SHAPES.get(code));

    @Test
    void namesPlacesAsKintoneDoes() {
        assertThat(places.keyOf(FieldProblem.of("氏名", "required"))).isEqualTo("record.氏名.value");
        assertThat(places.keyOf(FieldProblem.of("持ち物", "required"))).isEqualTo("record.持ち物.values");
        assertThat(places.keyOf(FieldProblem.of("書類", "required"))).isEqualTo("record.書類.values");
        assertThat(places.keyOf(FieldProblem.of("担当者", "required"))).isEqualTo("record.担当者.values.value");
        assertThat(places.keyOf(FieldProblem.of("持ち物", "option.unknown", "傘").atElement(2)))
                .isEqualTo("record.持ち物.values[2].value");
        assertThat(places.keyOf(FieldProblem.of("体温", "number.notNumeric"))).isEqualTo("record[体温].value");
    }

    @Test
    void namesTheRecordOfABatch() {
        assertThat(places.keyOf(FieldProblem.of("氏名", "unique").inRecord(3))).isEqualTo("records[3].氏名.value");
        assertThat(places.keyOf(FieldProblem.of("体温", "number.notNumeric").inRecord(0)))
                .isEqualTo("records[0][体温].value");
    }

    @Test
    void namesTheRowOfATable() {
        assertThat(places.keyOf(FieldProblem.of("氏名", "required").inRow("きょうだい", 1)))
                .isEqualTo("record.きょうだい.value[1].value.氏名.value");
        assertThat(places.keyOf(FieldProblem.of("持ち物", "option.unknown", "傘")
                        .atElement(0)
                        .inRow("きょうだい", 1)
                        .inRecord(4)))
                .isEqualTo("records[4].きょうだい.value[1].value.持ち物.values[0].value");
    }
}
