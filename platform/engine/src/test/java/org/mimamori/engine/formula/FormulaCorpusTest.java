package org.mimamori.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.golden.GoldenFile;
import org.mimamori.engine.query.CorpusValues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calculates every formula of the corpus ({@code formula-corpus/*.txt}), each as the field 結果 of one app. Settings:
 * {@code @as} the field's type or format, {@code @record} whose values, {@code @inside} the table it stands in,
 * {@code @now}, {@code @zone}, {@code @precision}.
 */
class FormulaCorpusTest {

    private static final JsonNode APP = json("app.json");
    private static final List<GoldenFile> CASES = GoldenFile.in("formula-corpus");
    private static final FieldTypes TYPES = FieldTypes.standard();
    private static final List<Field> FIELDS = fields(APP.path("fields"));
    private static final List<Field> INPUTS = fields(APP.path("inputs"));
    private static final FieldCode RESULT = new FieldCode("結果");

    @TestFactory
    Stream<DynamicContainer> everyFormulaOfTheCorpusGivesWhatIsWrittenThere() {
        return CASES.stream().map(file -> file.tests(FormulaCorpusTest::answer));
    }

    @Test
    void theCorpusIsLargeEnoughToMeanSomething() {
        assertThat(GoldenFile.size(CASES)).isGreaterThan(1_400);
    }

    @Test
    void theCorpusAsksEveryFunction() {
        String asked = CASES.stream()
                .flatMap(file -> file.cases().stream())
                .filter(asking -> !asking.answer().startsWith("!"))
                .map(GoldenFile.Case::question)
                .collect(Collectors.joining(" "));
        assertThat(Formula.functionNames()).allSatisfy(name -> assertThat(asked).containsPattern("\\b" + name + "\\("));
    }

    private static String answer(GoldenFile.Case asked) {
        String table = asked.setting("inside", "");
        List<Field> fields = withResult(result(asked.question(), asked.setting("as", "NUMBER")), table);
        try {
            Formulas formulas = Formulas.of(fields, INPUTS, precision(asked));
            Map<FieldCode, Value> values = formulas.calculate(
                    record(asked.setting("record", "full"), fields),
                    Clock.fixed(Instant.parse(asked.setting("now", "2026-05-15T01:30:45Z")), ZoneOffset.UTC),
                    ZoneId.of(asked.setting("zone", "Asia/Tokyo")));
            return table.isEmpty()
                    ? shown(values.getOrDefault(RESULT, Value.BLANK))
                    : shownRows(values.getOrDefault(new FieldCode(table), Value.BLANK));
        } catch (FormulaFault fault) {
            return "! " + fault.key()
                    + fault.args().stream().map(arg -> " " + arg).collect(Collectors.joining());
        }
    }

    private static ObjectNode result(String formula, String as) {
        ObjectNode field = JsonMapper.shared()
                .createObjectNode()
                .put("code", RESULT.text())
                .put("label", "結果")
                .put("expression", formula);
        return as.equals("TEXT")
                ? field.put("type", "SINGLE_LINE_TEXT")
                : field.put("type", "CALC").put("format", as);
    }

    /** The app's fields and the result, at the top level or inside a table. */
    private static List<Field> withResult(ObjectNode result, String table) {
        List<Field> fields = new ArrayList<>(FIELDS);
        if (table.isEmpty()) {
            fields.add(TYPES.read(result));
            return fields;
        }
        ObjectNode settings = (ObjectNode) APP.path("fields").path(table).deepCopy();
        ((ObjectNode) settings.path("fields")).set(RESULT.text(), result);
        fields.replaceAll(field -> field.code().text().equals(table) ? TYPES.read(settings) : field);
        return fields;
    }

    private static List<Field> fields(JsonNode settings) {
        List<Field> read = new ArrayList<>();
        settings.forEach(field -> read.add(TYPES.read((ObjectNode) field)));
        return read;
    }

    private static Map<FieldCode, Value> record(String name, List<Field> fields) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(INPUTS);
        return CorpusValues.read(all, APP.path("records").path(name));
    }

    private static NumberPrecision precision(GoldenFile.Case asked) {
        String[] parts = asked.setting("precision", "16 4 HALF_EVEN").split(" ");
        return new NumberPrecision(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), RoundingMode.valueOf(parts[2]));
    }

    private static String shownRows(Value value) {
        return value instanceof Value.Rows(List<Row> rows)
                ? rows.stream().map(row -> shown(row.value(RESULT))).collect(Collectors.joining(" | "))
                : "no rows";
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Blank blank -> "blank";
            case Value.Text(String text) -> '"' + text + '"';
            case Value.Decimal(var number) -> number.toPlainString();
            case Value.Date(var date) -> date.toString();
            case Value.Time(var time) -> time.toString();
            case Value.Moment(var instant) -> instant.toString();
            default -> throw new AssertionError(value);
        };
    }

    private static JsonNode json(String file) {
        try (InputStream in = FormulaCorpusTest.class.getResourceAsStream("/formula-corpus/" + file)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
