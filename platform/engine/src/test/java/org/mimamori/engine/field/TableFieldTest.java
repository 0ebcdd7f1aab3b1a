package org.mimamori.engine.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows keep what a submission leaves out, and problems say in which row they are. */
class TableFieldTest {

    private static final FieldCode NAME = new FieldCode("名前");
    private static final FieldCode AGE = new FieldCode("年齢");
    private static final FieldCode NURSERY = new FieldCode("在園");

    private static final Initial INITIAL = new Initial(
            new Actor.Program(Map.of(), Locale.JAPANESE, ZoneId.of("Asia/Tokyo")),
            Clock.fixed(Instant.parse("2026-04-06T00:15:00Z"), ZoneOffset.UTC));

    private final TableField siblings =
            (TableField) FieldTypes.standard().read((ObjectNode) new JsonMapper().readTree("""
            {"type": "SUBTABLE", "code": "きょうだい", "label": "きょうだい", "fields": {
              "名前": {"type": "SINGLE_LINE_TEXT", "code": "名前", "label": "名前", "maxLength": "5"},
              "年齢": {"type": "NUMBER", "code": "年齢", "label": "年齢", "maxValue": "18"},
              "在園": {"type": "RADIO_BUTTON", "code": "在園", "label": "在園", "options": {
                "はい": {"label": "はい", "index": "0"}, "いいえ": {"label": "いいえ", "index": "1"}}}}}
            """));

    private final Row taro = new Row(
            7,
            Map.of(
                    NAME,
                    new Value.Text("太郎"),
                    AGE,
                    new Value.Decimal(BigDecimal.TEN),
                    NURSERY,
                    new Value.Choice("いいえ")));

    @Test
    void keepsWhatARowDoesNotName() throws UnreadableValue {
        List<Row> rows = composed("[{'id': '7', 'value': {'年齢': {'value': '11'}}}]");
        assertThat(rows)
                .containsExactly(new Row(
                        7,
                        Map.of(
                                NAME,
                                new Value.Text("太郎"),
                                AGE,
                                new Value.Decimal(BigDecimal.valueOf(11)),
                                NURSERY,
                                new Value.Choice("いいえ"))));
    }

    @Test
    void emptiesWhatARowNamesAsEmpty() throws UnreadableValue {
        List<Row> rows = composed("[{'id': '7', 'value': {'年齢': {'value': ''}, '名前': {'value': null}}}]");
        assertThat(rows).containsExactly(new Row(7, Map.of(NURSERY, new Value.Choice("いいえ"))));
    }

    @Test
    void givesNewRowsTheirDefaults() throws UnreadableValue {
        List<Row> rows = composed("[{'value': {'名前': {'value': '花'}}}]");
        assertThat(rows)
                .containsExactly(new Row(Row.NEW, Map.of(NAME, new Value.Text("花"), NURSERY, new Value.Choice("はい"))));
    }

    @Test
    void takesARowWithAnUnknownIdForNew() throws UnreadableValue {
        assertThat(composed("[{'id': '999', 'value': {}}]")).extracting(Row::id).containsExactly(Row.NEW);
    }

    @Test
    void dropsRowsThatAreNotSentAndKeepsTheOrderSent() throws UnreadableValue {
        assertThat(composed("[]")).isEmpty();
        assertThat(composed("[{'value': {}}, {'id': 7, 'value': {}}]"))
                .extracting(Row::id)
                .containsExactly(Row.NEW, 7L);
    }

    @Test
    void offersARowWithDefaults() {
        assertThat(siblings.newRow(INITIAL)).isEqualTo(new Row(Row.NEW, Map.of(NURSERY, new Value.Choice("はい"))));
    }

    @Test
    void placesWhatItCannotReadInItsRow() {
        assertThatExceptionOfType(UnreadableValue.class)
                .isThrownBy(() -> read("[{'value': {}}, {'value': {'年齢': {'value': '" + "9".repeat(40) + "'}}}]"))
                .satisfies(unreadable -> assertThat(unreadable.at(siblings.code()))
                        .containsExactly(FieldProblem.of("年齢", "number.tooManyDigits", 34)
                                .inRow("きょうだい", 1)));
    }

    @Test
    void placesBrokenRulesInTheirRow() throws UnreadableValue {
        List<FieldProblem> problems = new ArrayList<>();
        siblings.check(
                read("[{'value': {'年齢': {'value': 19}}}, {'value': {'名前': {'value': '寿限無寿限無'}}}]"), problems::add);
        assertThat(problems)
                .containsExactly(
                        FieldProblem.of("年齢", "number.tooLarge", new BigDecimal("18"))
                                .inRow("きょうだい", 0),
                        FieldProblem.of("名前", "text.tooLong", 5).inRow("きょうだい", 1));
    }

    @Test
    void saysInPlainTextWhatItsCellsSay() {
        assertThat(siblings.plainText(Value.rows(List.of(taro)))).isEqualTo("太郎\n10\nいいえ");
    }

    private List<Row> composed(String json) throws UnreadableValue {
        return TableRows.of(siblings.compose(Value.rows(List.of(taro)), read(json), INITIAL));
    }

    private Value read(String json) throws UnreadableValue {
        return siblings.read(new JsonMapper().readTree(json.replace('\'', '"')));
    }
}
