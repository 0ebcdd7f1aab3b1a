package org.mimamori.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mimamori.api.EveryApp;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.EveryField;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Accessibility;
import org.mimamori.engine.permission.FieldAccess;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.record.AppRecord;
import tools.jackson.databind.JsonNode;

class RecordWriterTest {

    private static final AppDefinition APP = EveryApp.compiled();

    @Test
    void writesEveryTypeAsKintoneDoes() {
        JsonNode json = written(fullRecord(), Columns.of(APP, Access.full(), null), Dialect.CURRENT);

        assertThat(json.path("氏名").toString()).isEqualTo("{\"type\":\"SINGLE_LINE_TEXT\",\"value\":\"渡邉 さくら\"}");
        assertThat(value(json, "様子")).isEqualTo("\"朝から元気。\\n給食は完食。\"");
        assertThat(value(json, "体温")).isEqualTo("\"36.8\"");
        assertThat(value(json, "体温の差")).isEqualTo("\"0.3\"");
        assertThat(value(json, "滞在")).isEqualTo("\"25:01\"");
        assertThat(value(json, "出欠")).isEqualTo("\"遅刻\"");
        assertThat(value(json, "持ち物")).isEqualTo("[\"着替え\",\"連絡帳\"]");
        assertThat(value(json, "段階")).isEqualTo("\"中\"");
        assertThat(value(json, "日付")).isEqualTo("\"2026-04-06\"");
        assertThat(value(json, "時刻")).isEqualTo("\"08:45\"");
        assertThat(value(json, "連絡日時")).isEqualTo("\"2026-04-06T00:15:00Z\"");
        assertThat(value(json, "書類"))
                .isEqualTo("[{\"fileKey\":\"k\",\"name\":\"同意書.pdf\",\"contentType\":\"application/pdf\","
                        + "\"size\":\"1234\"}]");
        assertThat(value(json, "担当者"))
                .isEqualTo("[{\"code\":\"sato\",\"name\":\"sato\"},{\"code\":\"suzuki\",\"name\":\"suzuki\"}]");
        assertThat(json.path("レコード番号").toString())
                .isEqualTo("{\"type\":\"RECORD_NUMBER\",\"value\":\"every_field-12\"}");
        assertThat(value(json, "作成者")).isEqualTo("{\"code\":\"sato\",\"name\":\"sato\"}");
        assertThat(value(json, "作成日時")).isEqualTo("\"2026-04-06T01:02:00Z\"");
        assertThat(json.path("$id").toString()).isEqualTo("{\"type\":\"__ID__\",\"value\":\"12\"}");
        assertThat(json.path("$revision").toString()).isEqualTo("{\"type\":\"__REVISION__\",\"value\":\"3\"}");
    }

    @Test
    void writesRowsWithTheirIdsAndEveryColumn() {
        JsonNode row = written(fullRecord(), Columns.of(APP, Access.full(), null), Dialect.CURRENT)
                .path("面談")
                .path("value")
                .path(0);

        assertThat(row.path("id").toString()).isEqualTo("\"368\"");
        assertThat(row.path("value").path("面談_体温").toString()).isEqualTo("{\"type\":\"NUMBER\",\"value\":\"36.8\"}");
        assertThat(row.path("value").size())
                .isEqualTo(EveryField.field("面談").inner().size());
    }

    @Test
    void writesNothingAsKintoneDoes() {
        JsonNode json = written(recordOf(Map.of()), Columns.of(APP, Access.full(), null), Dialect.CURRENT);

        assertThat(List.of("氏名", "様子", "所見", "体温", "体温の差", "滞在", "連絡日時", "電話", "きょうだい"))
                .allSatisfy(code -> assertThat(value(json, code)).as(code).isEqualTo("\"\""));
        assertThat(List.of("段階", "日付", "時刻"))
                .allSatisfy(code -> assertThat(value(json, code)).as(code).isEqualTo("null"));
        assertThat(List.of("持ち物", "支援", "書類", "担当者", "担当機関", "共有先", "面談"))
                .allSatisfy(code -> assertThat(value(json, code)).as(code).isEqualTo("[]"));
    }

    @Test
    void leavesOutWhatIsNoPartOfRecordsAndWhatIsSwitchedOff() {
        JsonNode json = written(fullRecord(), Columns.of(APP, Access.full(), null), Dialect.CURRENT);

        assertThat(json.propertyNames()).doesNotContain("出欠の記録", "基本情報", "ステータス", "作業者", "カテゴリー");
    }

    @Test
    void leavesOutWhatTheReaderMayNotSee() {
        Access access = new Access(
                java.util.Set.of(),
                Filter.EVERYTHING,
                Filter.EVERYTHING,
                Filter.EVERYTHING,
                Map.of(
                        new FieldCode("所見"),
                        FieldAccess.of(Accessibility.NONE),
                        new FieldCode("様子"),
                        FieldAccess.of(Accessibility.READ)));

        assertThat(written(fullRecord(), Columns.of(APP, access, null), Dialect.CURRENT)
                        .propertyNames())
                .contains("様子")
                .doesNotContain("所見");
        assertThat(written(fullRecord(), Columns.of(APP, access, codes("所見", "$id")), Dialect.CURRENT)
                        .propertyNames())
                .containsExactly("$id");
    }

    @Test
    void writesOnlyWhatIsWanted() {
        Columns wanted = Columns.of(APP, Access.full(), codes("$revision", "氏名", "無い項目"));

        assertThat(written(fullRecord(), wanted, Dialect.CURRENT).propertyNames())
                .containsExactly("氏名", "$revision");
    }

    @Test
    void sparesOldJavaClientsCalculatedValuesTheyCannotRead() {
        JsonNode json = written(fullRecord(), Columns.of(APP, Access.full(), null), Dialect.JAVA_1);

        assertThat(value(json, "体温の差")).isEqualTo("\"0.3\"");
        assertThat(value(json, "滞在")).isEqualTo("\"\"");
    }

    private static String value(JsonNode json, String code) {
        return json.path(code).path("value").toString();
    }

    private static List<FieldCode> codes(String... codes) {
        return List.of(codes).stream().map(FieldCode::new).toList();
    }

    private static AppRecord fullRecord() {
        Map<FieldCode, Value> values = new LinkedHashMap<>(EveryField.fullValues());
        values.put(new FieldCode("体温の差"), new Value.Decimal(new BigDecimal("0.3")));
        values.put(new FieldCode("滞在"), new Value.Decimal(new BigDecimal(25 * 3600 + 60)));
        values.put(new FieldCode("書類"), new Value.Files(List.of(new FileRef("k", "同意書.pdf", "application/pdf", 1234))));
        Value.Rows rows = (Value.Rows) values.get(EveryField.TABLE);
        values.put(
                EveryField.TABLE,
                new Value.Rows(List.of(new Row(368, rows.rows().getFirst().values()))));
        return recordOf(values);
    }

    private static AppRecord recordOf(Map<FieldCode, Value> values) {
        EntityRef sato = EntityRef.user("sato");
        Instant at = Instant.parse("2026-04-06T01:02:03Z");
        return new AppRecord(APP.id(), 12, 3, sato, at, sato, at, values);
    }

    private static JsonNode written(AppRecord shown, Columns columns, Dialect dialect) {
        Names names = new Names(new Directory(new NoPeople()), Locale.JAPANESE);
        RecordWriter writer = new RecordWriter(columns, names, dialect);
        return Json.read(Reply.write(out -> writer.write(out, shown)).json());
    }

    /** Not a test: how long a page of 100 such records takes, for who wants to know. */
    public static void main(String[] args) {
        List<AppRecord> page = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            page.add(fullRecord());
        }
        Columns columns = Columns.of(APP, Access.full(), null);
        for (int round = 0; round < 50; round++) {
            long start = System.nanoTime();
            Names names = new Names(new Directory(new NoPeople()), Locale.JAPANESE);
            int size = Reply.write(out -> new RecordWriter(columns, names, Dialect.CURRENT).writeAll(out, page))
                    .json()
                    .length;
            System.out.println(size + " bytes in " + (System.nanoTime() - start) / 1000 + " µs");
        }
    }
}
