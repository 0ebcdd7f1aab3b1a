package org.mimamori.engine.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every field type must keep to. Implement it in a test class, name the types and give their examples; other
 * modules do so too, with further contracts of their own over the same examples.
 */
public interface FieldContract {

    /** All types, as the installation under test knows them. */
    FieldTypes types();

    /** The types this contract is run on. */
    Set<String> names();

    FieldExamples examples(String type);

    @TestFactory
    default Stream<DynamicTest> settingsSurviveARoundTrip() {
        return each(settings -> {
            Field field = types().read(settings);
            assertThat((JsonNode) types().write(field)).isEqualTo(settings);
            assertThat(types().read(types().write(field))).isEqualTo(field);
        });
    }

    @TestFactory
    default Stream<DynamicTest> fieldSaysWhatItsSettingsSay() {
        return each(settings -> {
            Field field = types().read(settings);
            assertThat(field.type()).isEqualTo(settings.path("type").asString());
            assertThat(field.code().text()).isEqualTo(settings.path("code").asString());
            assertThat(field.label()).isEqualTo(settings.path("label").asString());
            assertThat(field.noLabel()).isEqualTo(settings.path("noLabel").asBoolean(false));
            assertThat(field.unique()).isEqualTo(settings.path("unique").asBoolean(false));
        });
    }

    @TestFactory
    default Stream<DynamicTest> settingsMayBeWrittenLeniently() {
        return names().stream()
                .flatMap(type -> examples(type).lenient().stream())
                .map(example -> dynamicTest(title(example.given()), () -> {
                    assertThat(types().read(example.given())).isEqualTo(types().read(example.means()));
                    assertThat((JsonNode) types().write(types().read(example.given())))
                            .isEqualTo(example.means());
                }));
    }

    @TestFactory
    default Stream<DynamicTest> contradictorySettingsAreRefused() {
        return names().stream()
                .flatMap(type -> examples(type).badSettings().stream())
                .map(example -> dynamicTest(
                        title(example.settings()),
                        () -> assertThatThrownBy(() -> types().read(example.settings()))
                                .isInstanceOfSatisfying(FieldSettingsFault.class, fault -> {
                                    assertThat(fault.key()).isEqualTo(example.fault());
                                    assertThat(fault.property()).isEqualTo(example.property());
                                })));
    }

    @TestFactory
    default Stream<DynamicTest> schemaAcceptsTheSettings() {
        return each(settings -> assertThat(schema(settings).validate(settings)).isEmpty());
    }

    @TestFactory
    default Stream<DynamicTest> schemaAcceptsNumbersAndFlagsInEitherNotation() {
        return names().stream()
                .flatMap(type -> examples(type).lenient().stream())
                .map(example -> dynamicTest(title(example.given()), () -> {
                    ObjectNode given = example.given().deepCopy();
                    given.properties().removeIf(entry -> unset(entry.getValue()));
                    if (!example.means().has("unique")) {
                        given.remove("unique");
                    }
                    assertThat(schema(given).validate(given)).isEmpty();
                }));
    }

    @TestFactory
    default Stream<DynamicTest> schemaNamesTheSameProperties() {
        return names().stream()
                .map(type -> dynamicTest(type, () -> {
                    JsonNode schema = Schemas.json("field/" + type + ".json");
                    Set<String> written = new TreeSet<>();
                    examples(type).settings().forEach(settings -> written.addAll(settings.propertyNames()));
                    assertThat(new TreeSet<>(schema.path("properties").propertyNames()))
                            .isEqualTo(written);
                    assertThat(schema.path("$id").asString()).isEqualTo(Schemas.BASE + "field/" + type + ".json");
                    assertThat(schema.path("title").asString()).isNotBlank();
                    assertThat(schema.path("description").asString()).isNotBlank();
                }));
    }

    @TestFactory
    default Stream<DynamicTest> schemaRefusesWhatItDoesNotKnow() {
        return each(settings -> {
            ObjectNode more = settings.deepCopy().put("colour", "red");
            assertThat(schema(settings).validate(more)).isNotEmpty();
            ObjectNode less = settings.deepCopy();
            less.remove("code");
            assertThat(schema(settings).validate(less)).isNotEmpty();
        });
    }

    @TestFactory
    default Stream<DynamicTest> valuesAreReadAsTheyAreKept() {
        return eachValue((field, example) -> {
            Value value = field.normalize(field.read(example.sent()));
            assertThat(value).isEqualTo(field.normalize(field.read(example.kept())));
            assertThat(field.normalize(value)).isEqualTo(value);
            assertThat(problems(field, value)).isEmpty();
            assertThat(ShapeFacts.fits(value, field.shape())).isTrue();
        });
    }

    @TestFactory
    default Stream<DynamicTest> schemaOfTheValueAcceptsIt() {
        return eachValue((field, example) -> {
            Schema schema = Schemas.compile(field.valueSchema());
            assertThat(schema.validate(example.kept())).isEmpty();
            assertThat(field.valueSchema().path("title").asString()).isEqualTo(field.label());
            assertThat(field.valueSchema().path("readOnly").asBoolean(false)).isNotEqualTo(field.writable());
        });
    }

    @TestFactory
    default Stream<DynamicTest> badValuesAreReported() {
        return names().stream()
                .flatMap(type -> examples(type).badValues().stream().map(example -> {
                    Field field = field(type, example.of());
                    return dynamicTest(field.type() + " " + brief(example.sent()), () -> {
                        List<FieldProblem> problems = report(field, example.sent());
                        assertThat(problems).extracting(FieldProblem::key).containsOnly(example.problem());
                        assertThat(problems.getFirst().element()).isEqualTo(example.element());
                    });
                }));
    }

    @TestFactory
    default Stream<DynamicTest> nothingIsBlank() {
        return each(settings -> {
            Field field = types().read(settings);
            assertThat(field.read(JsonNodeFactory.instance.nullNode())).isEqualTo(Value.BLANK);
            assertThat(field.plainText(Value.BLANK)).isEmpty();
        });
    }

    @TestFactory
    default Stream<DynamicTest> nonsenseHasTheWrongJsonType() {
        return each(settings -> {
            Field field = types().read(settings);
            for (JsonNode nonsense : List.of(
                    JsonNodeFactory.instance.booleanNode(true),
                    JsonNodeFactory.instance.objectNode().put("nonsense", 1),
                    JsonNodeFactory.instance.arrayNode().addNull())) {
                assertThatThrownBy(() -> field.read(nonsense))
                        .isInstanceOfSatisfying(
                                UnreadableValue.class,
                                unreadable ->
                                        assertThat(unreadable.isWrongJsonType()).isTrue());
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> initialValueObeysTheRules() {
        return each(settings -> {
            Field field = types().read(settings);
            Value value = field.initial(initial());
            assertThat(field.normalize(value)).isEqualTo(value);
            assertThat(ShapeFacts.fits(value, field.shape())).isTrue();
            if (!value.isBlank()) {
                assertThat(problems(field, value)).isEmpty();
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> operatorsAreWhatTheShapeCanDo() {
        return each(settings -> {
            Field field = types().read(settings);
            assertThat(ShapeFacts.operators(field.shape())).containsAll(field.operators());
            if (field.sortable()) {
                assertThat(field.shape().sortable()).isTrue();
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> onlyFieldsOfKintonesListAreUnique() {
        return each(settings -> {
            if (settings.has("unique")) {
                assertThat(EnumSet.of(Shape.TEXT, Shape.DECIMAL, Shape.DATE, Shape.MOMENT))
                        .contains(types().read(settings).shape());
            }
        });
    }

    /** A test on one example value. */
    interface ValueTest {
        void run(Field field, FieldExamples.Sent example) throws UnreadableValue;
    }

    /** A test on one example of settings. */
    interface SettingsTest {
        void run(ObjectNode settings) throws UnreadableValue;
    }

    /** One test for every example value of every type. */
    default Stream<DynamicTest> eachValue(ValueTest test) {
        return names().stream()
                .flatMap(type -> examples(type).values().stream().map(example -> {
                    Field field = field(type, example.of());
                    return dynamicTest(type + " " + brief(example.sent()), () -> test.run(field, example));
                }));
    }

    /** One test for every example of settings of every type. */
    default Stream<DynamicTest> each(SettingsTest test) {
        return names().stream().flatMap(type -> {
            List<ObjectNode> settings = examples(type).settings();
            return IntStream.range(0, settings.size())
                    .mapToObj(i -> dynamicTest(type + " " + i, () -> test.run(settings.get(i))));
        });
    }

    private Field field(String type, int example) {
        return types().read(examples(type).settings().get(example));
    }

    private Schema schema(JsonNode settings) {
        return Schemas.get("field/" + settings.path("type").asString() + ".json");
    }

    private static List<FieldProblem> report(Field field, JsonNode sent) {
        try {
            return problems(field, field.normalize(field.read(sent)));
        } catch (UnreadableValue e) {
            return e.at(field.code());
        }
    }

    private static List<FieldProblem> problems(Field field, Value value) {
        List<FieldProblem> problems = new ArrayList<>();
        field.check(value, problems::add);
        return problems;
    }

    private static Initial initial() {
        Clock clock = Clock.fixed(Instant.parse("2026-04-06T00:15:30Z"), ZoneOffset.UTC);
        return new Initial(new Actor.Program(Map.of(), Locale.JAPANESE, ZoneId.of("Asia/Tokyo")), clock);
    }

    private static boolean unset(JsonNode setting) {
        return setting.isNull() || setting.isString() && setting.asString().isEmpty();
    }

    private static String title(JsonNode settings) {
        return settings.path("type").asString() + " " + brief(settings);
    }

    private static String brief(JsonNode json) {
        String text = json.toString();
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
