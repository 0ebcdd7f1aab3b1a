package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema of an app's records. */
class RecordSchemaTest {

    private final AppDefinition app = installed();
    private final ObjectNode json = RecordSchema.of(app, Locale.ENGLISH);
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json);

    @Test
    void takesARecordAsTheApiSendsIt() {
        assertThat(faults("""
                        {"$id": {"type": "__ID__", "value": "3"}, "$revision": {"type": "__REVISION__", "value": "1"},
                         "visited_on": {"type": "DATE", "value": "2026-05-15"},
                         "result": {"type": "DROP_DOWN", "value": null},
                         "ward": {"type": "ORGANIZATION_SELECT", "value": [{"code": "coord", "name": "調整機関"}]},
                         "photo": {"type": "FILE", "value": [{"fileKey": "k", "name": "a.png", "contentType": "image/png", "size": "9"}]},
                         "family": {"type": "SUBTABLE", "value": [{"id": "5", "value": {"years": {"type": "NUMBER", "value": "4"}}}]},
                         "作成者": {"type": "CREATOR", "value": {"code": "yamada", "name": "山田"}}}
                        """)).isEmpty();
    }

    @Test
    void takesASubmissionWithoutTypes() {
        assertThat(faults("{\"visited_on\": {\"value\": \"2026-05-15\"}, \"result\": {\"value\": \"会えた\"}}"))
                .isEmpty();
    }

    @Test
    void refusesUnknownFieldsWrongTypesAndOptionsThereAreNot() {
        assertThat(faults("{\"nights\": {\"value\": 1}}")).containsExactly("");
        assertThat(faults("{\"visited_on\": {\"type\": \"TIME\", \"value\": \"2026-05-15\"}}"))
                .containsExactly("/visited_on/type");
        assertThat(faults("{\"result\": {\"value\": \"留守\"}}")).containsExactly("/result/value");
        assertThat(faults("{\"visited_on\": {\"value\": \"soon\"}}")).containsExactly("/visited_on/value");
        assertThat(faults("{\"photo\": {\"value\": [{}]}}")).containsExactly("/photo/value/0");
    }

    @Test
    void namesFieldsInTheReadersLanguage() {
        assertThat(json.at("/properties/result/properties/value/title").asString())
                .isEqualTo("Result");
        assertThat(RecordSchema.of(app, Locale.JAPAN)
                        .at("/properties/result/properties/value/title")
                        .asString())
                .isEqualTo("結果");
    }

    @Test
    void leavesOutWhatRecordsDoNotHold() {
        assertThat(json.path("properties").propertyNames())
                .contains("family", "missed", "レコード番号")
                .doesNotContain("earlier", "details", "ステータス", "member");
    }

    private List<String> faults(String record) {
        JsonNode node = new JsonMapper().readTree(record);
        return schema.validate(node).stream()
                .map(Error::getInstanceLocation)
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    private static AppDefinition installed() {
        InMemoryAppStore store = new InMemoryAppStore();
        DefinitionReader reader = Definitions.reader();
        CompiledApps apps = new CompiledApps(store, reader, Definitions.CLOCK);
        return new AppInstaller(reader, store, apps, Definitions.CLOCK)
                .installAll(
                        List.of(
                                Definitions.source(Definitions.household()),
                                Definitions.source(Definitions.homeVisit())),
                        EntityRef.user("yamada"))
                .live()
                .getLast();
    }
}
