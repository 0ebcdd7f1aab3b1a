package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldType;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.problem.DefinitionProblem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A field type that only this test knows is part of definitions like any other. */
class PlugInFieldTest {

    /** How somebody felt, as one of several faces. */
    @FieldType("MOOD")
    public record MoodField(FieldCode code, String label, boolean noLabel, int faces) implements Field {
        @Override
        public Shape shape() {
            return Shape.DECIMAL;
        }
    }

    private final FieldTypes types = FieldTypes.standard().with(List.of(MoodField.class));
    private final DefinitionReader reader = new DefinitionReader(types, Definitions.CLOCK);
    private final ObjectNode definition = withMood();

    @Test
    void isReadListedFilteredCalculatedWithAndPublished() {
        InMemoryAppStore store = new InMemoryAppStore();
        CompiledApps apps = new CompiledApps(store, reader, Definitions.CLOCK);

        AppDefinition app = new AppInstaller(reader, store, apps, Definitions.CLOCK)
                .install(Definitions.source(definition), EntityRef.user("yamada"));

        assertThat(app.field(new FieldCode("mood"))).contains(new MoodField(new FieldCode("mood"), "気分", false, 5));
        assertThat(app.fieldIds()).containsKey(new FieldCode("mood"));
        assertThat(app.layout())
                .contains(new LayoutItem.CellRow(
                        List.of(new LayoutItem.Cell.FieldCell(new FieldCode("mood"), 120, null))));
        assertThat(RecordSchema.of(app, Locale.ENGLISH)
                        .at("/properties/mood/properties/type/const")
                        .asString())
                .isEqualTo("MOOD");
    }

    @Test
    void isCheckedByItsOwnSchema() {
        ((ObjectNode) definition.at("/fields/mood")).put("colour", "red").put("faces", "many");

        assertThat(reader.check(Definitions.source(definition)))
                .extracting(DefinitionProblem::pointer, DefinitionProblem::key)
                .containsExactlyInAnyOrder(
                        tuple("/fields/mood", "schema.additionalProperties"),
                        tuple("/fields/mood/faces", "schema.pattern"));
    }

    @Test
    void isUnknownWhereItIsNotInstalled() {
        assertThat(Definitions.reader().check(Definitions.source(definition)))
                .extracting(DefinitionProblem::pointer, DefinitionProblem::key)
                .containsExactly(tuple("/fields/mood/type", "field.unknownType"));
    }

    private static ObjectNode withMood() {
        ObjectNode household = Definitions.household();
        ObjectNode fields = (ObjectNode) household.path("fields");
        fields.putObject("mood")
                .put("type", "MOOD")
                .put("code", "mood")
                .put("label", "気分")
                .put("faces", "5");
        fields.putObject("twice")
                .put("type", "CALC")
                .put("code", "twice")
                .put("label", "倍")
                .put("expression", "mood * 2");
        ArrayNode row =
                household.putArray("layout").addObject().put("type", "ROW").putArray("fields");
        row.addObject()
                .put("type", "MOOD")
                .put("code", "mood")
                .putObject("size")
                .put("width", "120");
        ObjectNode view = household.putObject("views").putObject("気分の悪い順");
        view.put("type", "LIST")
                .put("filterCond", "mood < 3")
                .put("sort", "mood asc")
                .putArray("fields")
                .add("mood");
        return household;
    }
}
