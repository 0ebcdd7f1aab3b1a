package org.mimamori.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field type that exists in this test only passes through the engine as it is: the proof that a type is one class.
 * docs/adding-a-field-type.md tells its story.
 */
class NewFieldTypeTest {

    /** How well a day went, in stars. */
    @FieldType("STARS")
    public record StarsField(FieldCode code, String label, boolean noLabel, boolean required, int most)
            implements Field {

        public StarsField {
            most = most == 0 ? 5 : most;
            FieldSettingsFault.unless(most > 0, "most", "settings.negative");
        }

        @Override
        public Shape shape() {
            return Shape.DECIMAL;
        }

        @Override
        public void check(Value value, Consumer<FieldProblem> problems) {
            if (value instanceof Value.Decimal(BigDecimal stars) && !within(stars)) {
                problems.accept(FieldProblem.of(code.text(), "stars.outOfRange", most));
            }
        }

        @Override
        public ObjectNode valueSchema() {
            return Field.super.valueSchema().put("minimum", 0).put("maximum", most);
        }

        private boolean within(BigDecimal stars) {
            return stars.signum() >= 0 && stars.scale() <= 0 && stars.compareTo(BigDecimal.valueOf(most)) <= 0;
        }
    }

    private final FieldTypes types = FieldTypes.standard().with(List.of(StarsField.class));

    private final Field mood = types.read((ObjectNode) new JsonMapper()
            .readTree("{\"type\": \"STARS\", \"code\": \"今日の様子\", \"label\": \"今日の様子\", \"most\": \"3\"}"));

    @Test
    void isTheOneTheTutorialShows() throws IOException {
        Path root = Schemas.FOLDER.resolveSibling("");
        String source = Files.readString(
                root.resolve("platform/engine/src/test/java/org/mimamori/engine/field/NewFieldTypeTest.java"));
        String tutorial = Files.readString(root.resolve("docs/adding-a-field-type.md"));
        String shown = source.substring(
                        source.indexOf("    /** How well"), source.indexOf("    private final FieldTypes"))
                .stripTrailing()
                .stripIndent();
        assertThat(tutorial).contains("```java\n" + shown + "\n```");
    }

    @Test
    void isOneOfTheTypes() {
        assertThat(types.names()).contains("STARS", "NUMBER");
        assertThat(FieldTypes.standard().names()).doesNotContain("STARS");
    }

    @Test
    void isReadFromADefinitionAndWrittenBack() {
        assertThat(mood).isEqualTo(new StarsField(new FieldCode("今日の様子"), "今日の様子", false, false, 3));
        assertThat(types.write(mood))
                .hasToString("{\"type\":\"STARS\",\"code\":\"今日の様子\",\"label\":\"今日の様子\","
                        + "\"noLabel\":false,\"required\":false,\"most\":\"3\"}");
    }

    @Test
    void readsAndChecksItsValues() throws UnreadableValue {
        assertThat(read("\"2\"")).isEqualTo(new Value.Decimal(BigDecimal.TWO));
        assertThat(problems("2")).isEmpty();
        assertThat(problems("4")).containsExactly(FieldProblem.of("今日の様子", "stars.outOfRange", 3));
        assertThat(problems("1.5")).containsExactly(FieldProblem.of("今日の様子", "stars.outOfRange", 3));
    }

    @Test
    void saysWhatItsValuesLookLike() {
        assertThat(Schemas.compile(mood.valueSchema()).validate(new JsonMapper().readTree("3")))
                .isEmpty();
        assertThat(Schemas.compile(mood.valueSchema()).validate(new JsonMapper().readTree("4")))
                .isNotEmpty();
    }

    @Test
    void isComparedAsItsShapeIs() {
        assertThat(mood.operators()).isEqualTo(Shape.DECIMAL.operators());
        assertThat(mood.sortable()).isTrue();
    }

    @Test
    void standsInATableLikeAnyOther() {
        Field table = types.read((ObjectNode) new JsonMapper().readTree("""
                {"type": "SUBTABLE", "code": "一週間", "label": "一週間", "fields": {
                  "様子": {"type": "STARS", "code": "様子", "label": "様子"}}}
                """));
        assertThat(table.inner()).containsExactly(new StarsField(new FieldCode("様子"), "様子", false, false, 5));
        assertThat(types.read(types.write(table))).isEqualTo(table);
        assertThat(Schemas.get("field/SUBTABLE.json").validate(types.write(table)))
                .isEmpty();
    }

    private Value read(String json) throws UnreadableValue {
        return mood.normalize(mood.read(new JsonMapper().readTree(json)));
    }

    private Set<FieldProblem> problems(String json) throws UnreadableValue {
        Set<FieldProblem> problems = new HashSet<>();
        mood.check(read(json), problems::add);
        return problems;
    }
}
