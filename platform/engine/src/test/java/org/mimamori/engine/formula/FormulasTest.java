package org.mimamori.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.engine.formula.TestFields.calc;
import static org.mimamori.engine.formula.TestFields.field;
import static org.mimamori.engine.formula.TestFields.number;
import static org.mimamori.engine.formula.TestFields.table;
import static org.mimamori.engine.formula.TestFields.text;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;

class FormulasTest {

    private static final Clock MAY_15 = Clock.fixed(Instant.parse("2026-05-15T01:30:00Z"), ZoneOffset.UTC);
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "birth",
            "name",
            "rows",
            "minutes",
            "1",
            "0",
            "2.5",
            "\"\"",
            "\"x\"",
            "\"Y\"",
            "+",
            "-",
            "*",
            "/",
            "^",
            "&",
            "=",
            "<",
            ">=",
            "(",
            ")",
            ",",
            "IF(",
            "SUM(",
            "DATEDIF(",
            "DATE_FORMAT(",
            "EDATE(",
            "ROUND(",
            "MID(",
            "SUBSTITUTE(",
            "YEN(",
            "AGE(",
            "HOLIDAY(",
            "COUNTIF(",
            "TODAY()",
            "\"YYYY\"",
            "\"Etc/GMT\"",
            "100",
            "99999999",
            "FOLD(",
            "MAX(",
            "IFBLANK(",
            "LEFT(",
            "VALUE(",
            "DATE(",
            "（",
            "%");

    private static final List<Field> KNOWN = List.of(
            number("a"),
            number("b"),
            field("DATE", "birth"),
            field("SINGLE_LINE_TEXT", "name"),
            table("rows", number("minutes")));

    @Test
    void calculatesEachFieldAfterThoseItReads() throws FormulaFault {
        Formulas formulas = formulas(calc("c", "b + 1"), calc("b", "a + 1"), calc("d", "c * b"), number("a"));
        Map<FieldCode, Value> result = calculate(formulas, Map.of(code("a"), decimal("1")));
        assertThat(result.get(code("b"))).isEqualTo(decimal("2"));
        assertThat(result.get(code("c"))).isEqualTo(decimal("3"));
        assertThat(result.get(code("d"))).isEqualTo(decimal("6"));
    }

    @Test
    void calculatesThroughTablesAndBack() throws FormulaFault {
        Field rows = table("rows", number("minutes"), calc("share", "minutes / total"), calc("shown", "share * 100"));
        Formulas formulas = formulas(rows, calc("total", "SUM(minutes)"), calc("largest", "MAX(shown)"));
        Value given = Value.rows(List.of(
                new Row(11, Map.of(code("minutes"), decimal("30"))),
                new Row(12, Map.of(code("minutes"), decimal("10")))));
        Map<FieldCode, Value> result = calculate(formulas, Map.of(code("rows"), given));
        assertThat(result.get(code("total"))).isEqualTo(decimal("40"));
        assertThat(result.get(code("largest"))).isEqualTo(decimal("75"));
        Value.Rows calculated = (Value.Rows) result.get(code("rows"));
        assertThat(calculated.rows()).extracting(Row::id).containsExactly(11L, 12L);
        assertThat(calculated.rows())
                .extracting(row -> row.value(code("share")))
                .containsExactly(decimal("0.75"), decimal("0.25"));
    }

    @Test
    void overwritesWhatARecordHeldBefore() throws FormulaFault {
        Formulas formulas = formulas(number("a"), calc("b", "a * 2"), calc("c", "1 / a"));
        Map<FieldCode, Value> before = Map.of(code("b"), decimal("999"), code("c"), decimal("999"));
        Map<FieldCode, Value> result = calculate(formulas, before);
        assertThat(result.get(code("b"))).isEqualTo(decimal("0"));
        assertThat(result.get(code("c"))).isEqualTo(Value.BLANK);
    }

    @Test
    void anErrorInOneRowIsBlankInThatRowAndInWhatSumsItUp() throws FormulaFault {
        Field rows = table("rows", number("minutes"), calc("rate", "60 / minutes"));
        Formulas formulas = formulas(rows, calc("sum", "SUM(rate)"), calc("count", "COUNT(minutes)"));
        Value given = Value.rows(List.of(
                new Row(1, Map.of(code("minutes"), decimal("30"))), new Row(2, Map.of(code("minutes"), decimal("0")))));
        Map<FieldCode, Value> result = calculate(formulas, Map.of(code("rows"), given));
        assertThat(((Value.Rows) result.get(code("rows"))).rows())
                .extracting(row -> row.value(code("rate")))
                .containsExactly(decimal("2"), Value.BLANK);
        assertThat(result.get(code("sum"))).isEqualTo(Value.BLANK);
        assertThat(result.get(code("count"))).isEqualTo(decimal("2"));
    }

    @Test
    void readsRollUpsByName() throws FormulaFault {
        Field lastSeen = field("DATE", "最後に会えた日");
        Formulas formulas = Formulas.of(
                List.of(calc("unseen_days", "DATEDIF(最後に会えた日, TODAY(), \"D\")")),
                List.of(lastSeen),
                NumberPrecision.DEFAULT);
        Value seen = new Value.Date(LocalDate.of(2026, 5, 1));
        assertThat(calculate(formulas, Map.of(lastSeen.code(), seen)).get(code("unseen_days")))
                .isEqualTo(decimal("14"));
        assertThat(calculate(formulas, Map.of()).get(code("unseen_days"))).isEqualTo(Value.BLANK);
    }

    @Test
    void refusesFieldsThatReadEachOther() {
        assertFault(
                () -> formulas(calc("a", "b + 1"), calc("b", "c + 1"), calc("c", "a + 1")),
                "formula.cycle",
                "a",
                "a → b → c → a");
        assertFault(
                () -> formulas(table("rows", calc("share", "1 / total")), calc("total", "SUM(share)")),
                "formula.cycle",
                "share",
                "share → total → share");
    }

    @Test
    void namesTheFieldWhoseFormulaIsWrong() {
        assertFault(() -> formulas(calc("ok", "1"), calc("bad", "nobody")), "formula.unknownField", "bad", "nobody");
        assertFault(() -> formulas(table("rows", calc("bad", "1 +"))), "formula.syntax", "bad", 3, "value");
    }

    @Test
    void aFormulaOfATableReadsNoOtherTableRowByRow() {
        assertFault(
                () -> formulas(table("rows", calc("bad", "days + 1")), table("others", number("days"))),
                "formula.listOutsideFunction",
                "bad",
                "days");
    }

    @Test
    void knowsWhichFormulasChangeWithTimeAlone() throws FormulaFault {
        assertThat(formulas(number("a"), calc("b", "a + 1")).dependOnTime()).isFalse();
        assertThat(formulas(field("DATE", "birth"), calc("b", "AGE(birth)")).dependOnTime())
                .isTrue();
        assertThat(formulas(field("DATE", "birth"), calc("b", "AGE(birth, birth)"))
                        .dependOnTime())
                .isFalse();
        assertThat(Formula.parse("IF(a = 1, 2, today() + 1)").dependsOnTime()).isTrue();
        assertThat(Formula.parse("now()").dependsOnTime()).isTrue();
        assertThat(Formula.parse("\"TODAY()\"").dependsOnTime()).isFalse();
    }

    @Test
    void knowsWhatAFormulaMentions() throws FormulaFault {
        assertThat(Formula.parse("SUM(minutes, a * -b) & name & \"c\"").mentions())
                .containsExactlyInAnyOrder(code("minutes"), code("a"), code("b"), code("name"));
    }

    @Test
    void anAppWithoutFormulasCalculatesNothing() throws FormulaFault {
        Formulas formulas = formulas(number("a"));
        assertThat(formulas.isEmpty()).isTrue();
        assertThat(formulas(calc("a", "1")).isEmpty()).isFalse();
    }

    @Test
    void refusesWhatNobodyWrites() throws FormulaFault {
        assertFault(() -> Formula.parse(""), "formula.syntax", 0, "value");
        assertFault(() -> Formula.parse("(".repeat(101) + "1" + ")".repeat(101)), "formula.tooDeep", 100);
        assertFault(() -> Formula.parse("-".repeat(101) + "1"), "formula.tooDeep", 100);
        assertFault(() -> Formula.parse("1+".repeat(1_500) + "1"), "formula.tooLarge", FormulaParser.MAX_PARTS);
        assertFault(() -> Formula.parse("\"" + "x".repeat(10_000) + "\""), "formula.tooLong", FormulaParser.MAX_LENGTH);
        Formulas longest = formulas(calc("a", "1" + "+1".repeat(990)));
        assertThat(calculate(longest, Map.of()).get(code("a"))).isEqualTo(decimal("991"));
    }

    @Test
    void textsThatGrowWithoutBoundsAreBlankAndDoNotTakeForEver() throws FormulaFault {
        String doubled = "SUBSTITUTE(".repeat(20) + "\"xxxxxxxxxx\"" + ",\"x\",\"xxxxxxxxxx\")".repeat(20);
        Formulas formulas = formulas(text("a", doubled), calc("b", "9^99^99^99^99"), calc("c", "9^-99^99^99"));
        Map<FieldCode, Value> result = calculate(formulas, Map.of());
        assertThat(result.get(code("a"))).isEqualTo(Value.BLANK);
        assertThat(result.get(code("b"))).isEqualTo(Value.BLANK);
        assertThat(result.get(code("c"))).isEqualTo(decimal("0"));
    }

    @Test
    void whateverIsWrittenEitherCalculatesOrIsRefusedAsAFormula() {
        Random random = new Random(15);
        int calculated = 0;
        for (int i = 0; i < 10_000; i++) {
            String formula = random.nextInt(5) == 0 ? characters(random) : pieces(random);
            if (!formula.isBlank()) {
                calculated += calculates(formula, random.nextBoolean()) ? 1 : 0;
            }
        }
        assertThat(calculated).isGreaterThan(100);
    }

    private static boolean calculates(String formula, boolean asText) {
        List<Field> fields = new ArrayList<>(KNOWN);
        fields.add(asText ? text("result", formula) : calc("result", formula));
        try {
            Formulas formulas = Formulas.of(fields, List.of(), NumberPrecision.DEFAULT);
            Map<FieldCode, Value> values = new HashMap<>();
            values.put(code("a"), decimal("5"));
            values.put(code("birth"), new Value.Date(LocalDate.of(2019, 5, 16)));
            values.put(code("name"), new Value.Text("青葉 はな"));
            values.put(code("rows"), Value.rows(List.of(new Row(1, Map.of(code("minutes"), decimal("30"))))));
            calculate(formulas, values);
            return true;
        } catch (FormulaFault refused) {
            assertThat(refused.key()).startsWith("formula.");
            return false;
        }
    }

    private static String pieces(Random random) {
        StringBuilder formula = new StringBuilder();
        int open = 0;
        for (int i = random.nextInt(9); i >= 0; i--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            open += piece.endsWith("(") ? 1 : 0;
            formula.append(piece);
        }
        return formula + ")".repeat(open);
    }

    private static String characters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }

    private static void assertFault(ThrowingCallable call, String key, Object... args) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FormulaFault.class, fault -> {
            assertThat(fault.key()).isEqualTo(key);
            assertThat(fault.args()).containsExactly(args);
        });
    }

    private static Map<FieldCode, Value> calculate(Formulas formulas, Map<FieldCode, Value> values) {
        return formulas.calculate(values, MAY_15, TOKYO);
    }

    private static Formulas formulas(Field... fields) throws FormulaFault {
        return Formulas.of(List.of(fields), List.of(), NumberPrecision.DEFAULT);
    }

    private static FieldCode code(String text) {
        return new FieldCode(text);
    }

    private static Value decimal(String number) {
        return new Value.Decimal(new BigDecimal(number));
    }
}
