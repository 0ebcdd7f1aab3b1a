package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a form as kintone's form calls add, change and delete them. */
class PreviewFormCallsTest {

    private static final String FIELDS = "/k/v1/preview/app/form/fields.json";
    private static final String LAYOUT = "/k/v1/preview/app/form/layout.json";
    private static final String LIVE = "/k/v1/app/form/fields.json";
    private static final String DEPLOY = "/k/v1/preview/app/deploy.json";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient admin = SERVER.client().as("admin");
    private String app = "";

    @BeforeEach
    void makeAnApp() {
        app = make();
    }

    private String make() {
        return admin.json("POST", "/k/v1/preview/app.json", "{\"name\":\"form\"}")
                .json()
                .path("app")
                .asString();
    }

    private TestClient.Answer call(String method, String properties) {
        return call(method, app, properties);
    }

    private TestClient.Answer call(String method, String of, String properties) {
        return admin.json(method, FIELDS, "{\"app\":" + of + ",\"properties\":" + properties + "}");
    }

    private TestClient.Answer delete(String codes) {
        return admin.json("DELETE", FIELDS, "{\"app\":" + app + ",\"fields\":" + codes + "}");
    }

    private TestClient.Answer deploy(String... apps) {
        String list = java.util.Arrays.stream(apps)
                .map(one -> "{\"app\":" + one + "}")
                .collect(Collectors.joining(","));
        return admin.json("POST", DEPLOY, "{\"apps\":[" + list + "]}");
    }

    private JsonNode preview(String code) {
        return admin.get(FIELDS, "app", app).json().path("properties").path(code);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private void add(String properties) {
        TestClient.Answer added = call("POST", properties);
        assertThat(added.status()).as(added.text()).isEqualTo(200);
    }

    private void change(String properties) {
        TestClient.Answer changed = call("PUT", properties);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    @Test
    void addsFieldsThatNobodySeesUntilTheDeployment() {
        TestClient.Answer added = call("POST", """
                {"memo": {"type": "SINGLE_LINE_TEXT", "code": "memo", "label": "メモ"}}""");
        assertThat(added.text()).isEqualTo("{\"revision\":\"3\"}");

        JsonNode shown = admin.get(FIELDS, "app", app).json();
        assertThat(shown.path("revision").asString()).isEqualTo("3");
        assertThat(shown.path("properties").path("memo")).isEqualTo(json("""
                {"type": "SINGLE_LINE_TEXT", "code": "memo", "label": "メモ", "noLabel": false, "required": false,
                 "unique": false, "maxLength": "", "minLength": "", "defaultValue": "", "expression": "",
                 "hideExpression": false}"""));
        assertThat(shown.path("properties").path("Record_number")).isEqualTo(json("""
                {"type": "RECORD_NUMBER", "code": "Record_number", "label": "Record number", "noLabel": false}"""));
        assertThat(shown.path("properties").path("Status").path("enabled").asBoolean(true))
                .isFalse();

        assertThat(admin.get(LIVE, "app", app).status()).isEqualTo(404);
        assertThat(deploy(app).text()).isEqualTo("{}");
        JsonNode live = admin.get(LIVE, "app", app).json();
        assertThat(live.path("properties")).isEqualTo(shown.path("properties"));
        assertThat(live.path("revision").asString()).isEqualTo("3");
    }

    /** What kintone fills in for settings that are not given. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MULTI_LINE_TEXT | | 'noLabel':false,'required':false,'defaultValue':''",
                "RICH_TEXT | | 'noLabel':false,'required':false,'defaultValue':''",
                "NUMBER | | 'noLabel':false,'required':false,'unique':false,'maxValue':'','minValue':'','defaultValue':'',"
                        + "'digit':false,'displayScale':'','unit':'','unitPosition':'BEFORE'",
                "CALC | 'expression':'1+1' | 'noLabel':false,'required':false,'expression':'1+1','hideExpression':false,"
                        + "'format':'NUMBER','displayScale':'','unit':'','unitPosition':'BEFORE'",
                "RADIO_BUTTON | 'options':{'b':{'label':'b','index':7},'a':{'label':'a','index':'3'}} |"
                        + " 'noLabel':false,'required':false,'options':{'a':{'label':'a','index':'0'},"
                        + "'b':{'label':'b','index':'1'}},'defaultValue':'a','align':'HORIZONTAL'",
                "CHECK_BOX | 'options':{'a':{'label':'a','index':'0'}} | 'noLabel':false,'required':false,"
                        + "'options':{'a':{'label':'a','index':'0'}},'defaultValue':[],'align':'HORIZONTAL'",
                "MULTI_SELECT | 'options':{'a':{'label':'a','index':'0'}} | 'noLabel':false,'required':false,"
                        + "'options':{'a':{'label':'a','index':'0'}},'defaultValue':[]",
                "DROP_DOWN | 'options':{'a':{'label':'a','index':'0'}} | 'noLabel':false,'required':false,"
                        + "'options':{'a':{'label':'a','index':'0'}},'defaultValue':''",
                "DATE | | 'noLabel':false,'required':false,'unique':false,'defaultValue':'','defaultNowValue':false",
                "TIME | 'unique':true,'defaultValue':'05:00:00.000' | 'noLabel':false,'required':false,"
                        + "'defaultValue':'05:00','defaultNowValue':false",
                "DATETIME | | 'noLabel':false,'required':false,'unique':false,'defaultValue':'','defaultNowValue':false",
                "LINK | | 'noLabel':false,'required':false,'unique':false,'maxLength':'','minLength':'',"
                        + "'defaultValue':'','protocol':'WEB'",
                "FILE | | 'noLabel':false,'required':false,'thumbnailSize':'150'",
                "USER_SELECT | | 'noLabel':false,'required':false,'defaultValue':[],'entities':[]",
                "ORGANIZATION_SELECT | | 'noLabel':false,'required':false,'defaultValue':[],'entities':[]",
                "GROUP_SELECT | | 'noLabel':false,'required':false,'defaultValue':[],'entities':[]",
                "GROUP | | 'noLabel':false,'openGroup':false",
            })
    void fillsInWhatIsNotGiven(String type, String given, String expected) {
        String head = "'type':'" + type + "','code':'x','label':'X'";
        add(("{'x':{" + head + (given == null ? "" : "," + given) + "}}").replace('\'', '"'));

        assertThat(preview("x")).isEqualTo(json(("{" + head + "," + expected + "}").replace('\'', '"')));
    }

    @Test
    void takesWhatTheSetUpOfDtsGenSends() {
        add("""
                {"n": {"type": "NUMBER", "code": "n", "label": "n", "noLabel": "false", "required": "true", "unique": "false",
                   "maxValue": null, "minValue": null, "defaultValue": null, "digit": "true", "displayScale": null,
                   "unit": null, "unitPosition": "AFTER", "nobodyKnows": 1}}""");

        JsonNode shown = preview("n");
        assertThat(shown.path("required").asBoolean(false)).isTrue();
        assertThat(shown.path("digit").asBoolean(false)).isTrue();
        assertThat(shown.path("noLabel").asBoolean(true)).isFalse();
        assertThat(shown.path("maxValue").asString()).isEmpty();
        assertThat(shown.has("nobodyKnows")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'x':{'code':'x','label':'X'}} | properties[x].type | Required field.",
                "{'x':{'type':'NUMBER','code':'x'}} | properties[x].label | Required field.",
                "{'x':{'type':'NUMBER','label':'X'}} | properties[x].code | Required field.",
                "{'x':{'type':'NOTE','code':'x','label':'X'}} | properties[x].type | must be one of the enum value",
                "{'x':{'type':'STATUS','code':'x','label':'X'}} | properties[x].type | must be one of the enum value",
                "{'x':{'type':'CALC','code':'x','label':'X','expression':'1','format':'YEN'}} | properties[x].format |"
                        + " must be one of the enum value",
                "{'x':{'type':'NUMBER','code':'y','label':'X'}} | properties[x].code | ",
                "{'1x':{'type':'NUMBER','code':'1x','label':'X'}} | properties[1x].code | ",
                "{'Status':{'type':'NUMBER','code':'Status','label':'X'}} | properties[Status].code | ",
                "{'x':{'type':'DROP_DOWN','code':'x','label':'X'}} | properties[x].options | Required field.",
                "{'x':{'type':'DROP_DOWN','code':'x','label':'X','options':{'a':{'label':'a'}}}} |"
                        + " properties[x].options[a].index | Required field.",
                "{'x':{'type':'DROP_DOWN','code':'x','label':'X','options':{'a':{'label':'b','index':0}}}} |"
                        + " properties[x].options | ",
                "{'x':{'type':'NUMBER','code':'x','label':'X','minValue':2,'maxValue':1}} | properties[x].minValue | ",
            })
    void saysWhatIsWrongWithAField(String properties, String place, String message) {
        TestClient.Answer refused = call("POST", properties.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("CB_VA01");
        assertThat(refused.json().path("errors").propertyNames()).contains(place);
        if (message != null) {
            assertThat(refused.json()
                            .path("errors")
                            .path(place)
                            .path("messages")
                            .toString())
                    .isEqualTo("[\"" + message + "\"]");
        }
        assertThat(admin.get(FIELDS, "app", app).json().path("revision").asString())
                .isEqualTo("2");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThat(call("POST", "[]").text()).contains("CB_IJ01");
        assertThat(call("POST", "{\"x\":1}").text()).contains("CB_IJ01");
        assertThat(admin.json("POST", FIELDS, "{}").json().path("errors").propertyNames())
                .containsExactlyInAnyOrder("app", "properties");
    }

    @Test
    void changesOnlyWhatIsGiven() {
        add("""
                {"n": {"type": "NUMBER", "code": "n", "label": "N", "maxValue": "10", "unit": "km", "required": true}}""");

        assertThat(call("PUT", "{\"n\":{\"type\":\"NUMBER\",\"label\":\"長さ\",\"maxValue\":\"\"}}")
                        .text())
                .isEqualTo("{\"revision\":\"4\"}");

        JsonNode shown = preview("n");
        assertThat(shown.path("label").asString()).isEqualTo("長さ");
        assertThat(shown.path("maxValue").asString()).isEmpty();
        assertThat(shown.path("unit").asString()).isEqualTo("km");
        assertThat(shown.path("required").asBoolean(false)).isTrue();
    }

    @Test
    void neverChangesATypeAndKnowsOnlyFieldsThereAre() {
        add("{\"n\":{\"type\":\"NUMBER\",\"code\":\"n\",\"label\":\"N\"}}");

        assertThat(call("PUT", "{\"n\":{\"type\":\"DATE\"}}")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("properties[n].type");
        TestClient.Answer unknown = call("PUT", "{\"m\":{\"type\":\"NUMBER\"}}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("code").asString()).isEqualTo("GAIA_FC01");
        assertThat(unknown.json().path("message").asString()).isEqualTo("The specified field (code: m) is not found.");
        assertThat(call("PUT", "{\"n\":{\"lookup\":{\"relatedApp\":{\"app\":1},\"relatedKeyField\":\"x\"}}}")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("properties[n].lookup");
    }

    @Test
    void whatIsReadCanBeSentBack() {
        add("""
                {"n": {"type": "NUMBER", "code": "n", "label": "N"},
                 "t": {"type": "SUBTABLE", "code": "t", "label": "T", "fields": {
                   "d": {"type": "DATE", "code": "d", "label": "D", "unique": true}}},
                 "c": {"type": "CHECK_BOX", "code": "c", "label": "C", "options": {"a": {"label": "a", "index": 0}}}}""");
        JsonNode read = admin.get(FIELDS, "app", app).json().path("properties");

        TestClient.Answer sent = call("PUT", read.toString());

        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(admin.get(FIELDS, "app", app).json().path("properties")).isEqualTo(read);
        assertThat(read.path("t").path("fields").path("d").path("unique").asBoolean(true))
                .isFalse();
    }

    @Test
    void renamesACodeWithItsRecords() {
        add("{\"n\":{\"type\":\"NUMBER\",\"code\":\"n\",\"label\":\"N\"},"
                + "\"double\":{\"type\":\"CALC\",\"code\":\"double\",\"label\":\"D\",\"expression\":\"n * 2\"}}");
        deploy(app);
        String id = admin.json("POST", "/k/v1/record.json", "{\"app\":" + app + ",\"record\":{\"n\":{\"value\":21}}}")
                .json()
                .path("id")
                .asString();

        change("{\"n\":{\"code\":\"number\"}}");
        assertThat(preview("double").path("expression").asString()).isEqualTo("number * 2");
        assertThat(deploy(app).text()).isEqualTo("{}");

        JsonNode record =
                admin.get("/k/v1/record.json", "app", app, "id", id).json().path("record");
        assertThat(record.path("number").path("value").asString()).isEqualTo("21");
        assertThat(record.has("n")).isFalse();
        assertThat(record.path("double").path("value").asString()).isEqualTo("42");
    }

    @Test
    void renamesSystemFields() {
        change(
                "{\"Record_number\":{\"type\":\"RECORD_NUMBER\",\"code\":\"番号\",\"label\":\"番号\",\"noLabel\":\"true\"}}");

        assertThat(preview("番号").toString())
                .isEqualTo("{\"type\":\"RECORD_NUMBER\",\"code\":\"番号\",\"label\":\"番号\",\"noLabel\":true}");
        assertThat(preview("Record_number").isMissingNode()).isTrue();
        assertThat(admin.get("/k/v1/preview/app/form/layout.json", "app", app).status())
                .isEqualTo(200);
    }

    @Test
    void addsChangesAndDeletesFieldsOfATable() {
        add("""
                {"t": {"type": "SUBTABLE", "code": "t", "label": "T", "fields": {
                   "a": {"type": "SINGLE_LINE_TEXT", "code": "a", "label": "A"}}}}""");

        change("""
                {"t": {"type": "SUBTABLE", "fields": {
                   "a": {"code": "b", "label": "B"}, "n": {"type": "NUMBER", "code": "n", "label": "N"}}}}""");
        add("""
                {"t": {"type": "SUBTABLE", "code": "t", "label": "T", "fields": {
                   "d": {"type": "DATE", "code": "d", "label": "D"}}}}""");
        assertThat(preview("t").path("fields").propertyNames()).containsExactly("b", "n", "d");
        assertThat(preview("t").path("fields").path("b").path("label").asString())
                .isEqualTo("B");

        assertThat(delete("[\"b\",\"d\"]").text()).isEqualTo("{\"revision\":\"6\"}");
        assertThat(preview("t").path("fields").propertyNames()).containsExactly("n");
        assertThat(call("PUT", "{\"n\":{\"label\":\"x\"}}").text()).contains("GAIA_FC01");
        assertThat(delete("[\"n\"]").text()).contains("CB_VA01");
    }

    @Test
    void deletesFieldsButNoSystemFieldsAndAtMostAHundredAtATime() {
        add("""
                {"a": {"type": "DATE", "code": "a", "label": "A"}, "b": {"type": "GROUP", "code": "b", "label": "B"}}""");

        assertThat(delete("[\"a\",\"none\"]").text()).contains("GAIA_FC01", "(code: none)");
        assertThat(delete("[\"a\",\"Created_by\"]").json().path("errors").propertyNames())
                .containsExactly("fields[1]");
        String many =
                IntStream.rangeClosed(0, 100).mapToObj(i -> "\"f" + i + "\"").collect(Collectors.joining(","));
        assertThat(delete("[" + many + "]").json().path("errors").propertyNames())
                .containsExactly("fields");
        assertThat(delete("[]").json().path("errors").propertyNames()).containsExactly("fields");
        assertThat(delete("[\"a\",\"b\"]").text()).isEqualTo("{\"revision\":\"4\"}");
        assertThat(preview("a").isMissingNode()).isTrue();
        assertThat(preview("b").isMissingNode()).isTrue();
    }

    @Test
    void takesADeletionByQueryString() {
        add("{\"a\":{\"type\":\"DATE\",\"code\":\"a\",\"label\":\"A\"}}");

        assertThat(admin.delete(FIELDS, "app", app, "fields[0]", "a").text()).isEqualTo("{\"revision\":\"4\"}");
    }

    @Test
    void aFormulaOfADeletedFieldFailsAtTheDeployment() {
        add("{\"n\":{\"type\":\"NUMBER\",\"code\":\"n\",\"label\":\"N\"},"
                + "\"c\":{\"type\":\"CALC\",\"code\":\"c\",\"label\":\"C\",\"expression\":\"n + 1\"}}");
        assertThat(delete("[\"n\"]").status()).isEqualTo(200);

        TestClient.Answer refused = deploy(app);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("GAIA_IL01");
        assertThat(refused.json().path("message").asString()).startsWith("The formula in the field 'c' is invalid.");
    }

    @Test
    void looksUpOnlyWhatTheOtherAppHas() {
        add("{\"key\":{\"type\":\"SINGLE_LINE_TEXT\",\"code\":\"key\",\"label\":\"K\",\"unique\":true},"
                + "\"name\":{\"type\":\"SINGLE_LINE_TEXT\",\"code\":\"name\",\"label\":\"N\"}}");
        String other = make();
        String lookup = """
                {"child": {"type": "SINGLE_LINE_TEXT", "code": "child", "label": "C", "maxLength": "5", "lookup": {
                   "relatedApp": {"app": "%s", "code": ""}, "relatedKeyField": "%s",
                   "fieldMappings": [{"field": "%s", "relatedField": "%s"}], "lookupPickerFields": ["name"]}},
                 "copied": {"type": "SINGLE_LINE_TEXT", "code": "copied", "label": "N"}}""";

        assertThat(call("POST", other, lookup.formatted("99999", "key", "copied", "name"))
                        .text())
                .contains("GAIA_AP01", "(ID: 99999)");
        assertThat(call("POST", other, lookup.formatted(app, "nokey", "copied", "name"))
                        .text())
                .contains("GAIA_FC01", "(code: nokey)");
        assertThat(call("POST", other, lookup.formatted(app, "key", "none", "name"))
                        .text())
                .contains("GAIA_FC01", "(code: none)");
        assertThat(call("POST", other, lookup.formatted(app, "key", "copied", "none"))
                        .text())
                .contains("GAIA_FC01", "(code: none)");
        TestClient.Answer added = call("POST", other, lookup.formatted(app, "key", "copied", "name"));
        assertThat(added.status()).as(added.text()).isEqualTo(200);
        assertThat(admin.get(FIELDS, "app", other)
                        .json()
                        .at("/properties/child")
                        .propertyNames())
                .containsExactly("type", "code", "label", "noLabel", "required", "lookup");
        assertThat(deploy(app, other).text()).isEqualTo("{}");
        assertThat(admin.get(LIVE, "app", other).json().at("/properties/child/lookup"))
                .isEqualTo(json("""
                {"relatedApp": {"app": "%s", "code": ""}, "relatedKeyField": "key",
                 "fieldMappings": [{"field": "copied", "relatedField": "name"}], "lookupPickerFields": ["name"],
                 "filterCond": "", "sort": ""}""".formatted(app)));
    }

    @Test
    void aLookupNeedsAKeyThatForbidsDuplicatesAtTheDeployment() {
        add("{\"key\":{\"type\":\"SINGLE_LINE_TEXT\",\"code\":\"key\",\"label\":\"K\"}}");
        deploy(app);
        String other = make();
        assertThat(call("POST", other, """
                        {"child": {"type": "SINGLE_LINE_TEXT", "code": "child", "label": "C", "lookup": {
                           "relatedApp": {"app": "%s"}, "relatedKeyField": "key", "fieldMappings": []}}}""".formatted(app)).status()).isEqualTo(200);

        assertThat(deploy(other).text()).contains("GAIA_LO03");
    }

    @Test
    void otherAppsFollowANewCodeInTheSameDeployment() {
        add("{\"key\":{\"type\":\"SINGLE_LINE_TEXT\",\"code\":\"key\",\"label\":\"K\",\"unique\":true},"
                + "\"level\":{\"type\":\"DROP_DOWN\",\"code\":\"level\",\"label\":\"L\",\"options\":{"
                + "\"low\":{\"label\":\"low\",\"index\":0},\"high\":{\"label\":\"high\",\"index\":1}}}}");
        String other = make();
        call("POST", other, """
                {"child": {"type": "SINGLE_LINE_TEXT", "code": "child", "label": "C", "lookup": {
                   "relatedApp": {"app": "%1$s"}, "relatedKeyField": "key",
                   "fieldMappings": [{"field": "copied", "relatedField": "level"}], "lookupPickerFields": ["level"],
                   "filterCond": "level in (\\"high\\")", "sort": "level desc"}},
                 "copied": {"type": "SINGLE_LINE_TEXT", "code": "copied", "label": "N"},
                 "others": {"type": "REFERENCE_TABLE", "code": "others", "label": "O", "referenceTable": {
                   "relatedApp": {"app": "%1$s"}, "condition": {"field": "child", "relatedField": "key"},
                   "filterCond": "level not in (\\"low\\")", "displayFields": ["level"], "sort": "key asc", "size": "10"}}}
                """.formatted(app));
        assertThat(deploy(app, other).text()).isEqualTo("{}");
        // Somebody is at work on the other app meanwhile.
        assertThat(call("PUT", other, "{\"copied\":{\"label\":\"段階\"}}").text()).isEqualTo("{\"revision\":\"4\"}");

        change("{\"key\":{\"code\":\"number\"},\"level\":{\"code\":\"stage\",\"options\":{"
                + "\"low\":{\"label\":\"quiet\",\"index\":0},\"high\":{\"label\":\"urgent\",\"index\":1}}}}");
        assertThat(deploy(app).text()).isEqualTo("{}");

        JsonNode live = admin.get(LIVE, "app", other).json();
        assertThat(live.at("/properties/child/lookup").toString())
                .contains("\"relatedKeyField\":\"number\"", "\"relatedField\":\"stage\"")
                .contains("stage in (\\\"urgent\\\")", "stage desc");
        assertThat(live.at("/properties/others/referenceTable").toString())
                .contains("\"relatedField\":\"number\"", "stage not in (\\\"quiet\\\")", "[\"stage\"]", "number asc");
        assertThat(live.at("/properties/copied/label").asString()).isEqualTo("N");
        assertThat(live.path("revision").asString()).isEqualTo("5");
        JsonNode edited = admin.get(FIELDS, "app", other).json();
        assertThat(edited.at("/properties/copied/label").asString()).isEqualTo("段階");
        assertThat(edited.at("/properties/child/lookup/relatedKeyField").asString())
                .isEqualTo("number");
        assertThat(edited.path("revision").asString()).isEqualTo("6");
        assertThat(deploy(other).text()).isEqualTo("{}");
    }

    @Test
    void aFieldAnotherAppLooksUpCannotBeDeleted() {
        add("{\"key\":{\"type\":\"SINGLE_LINE_TEXT\",\"code\":\"key\",\"label\":\"K\",\"unique\":true}}");
        String other = make();
        call("POST", other, """
                {"child": {"type": "SINGLE_LINE_TEXT", "code": "child", "label": "C", "lookup": {
                   "relatedApp": {"app": "%s"}, "relatedKeyField": "key", "fieldMappings": []}}}""".formatted(app));
        deploy(app, other);

        assertThat(delete("[\"key\"]").status()).isEqualTo(200);

        TestClient.Answer refused = deploy(app);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").propertyNames()).containsExactly("app");
        assertThat(refused.text()).contains("app_" + other);
        assertThat(admin.get(LIVE, "app", app).json().path("properties").has("key"))
                .isTrue();
    }

    @Test
    void checksTheRevisionTheCallerHasRead() {
        String properties = "\"properties\":{\"n\":{\"type\":\"NUMBER\",\"code\":\"n\",\"label\":\"N\"}}";

        TestClient.Answer stale =
                admin.json("POST", FIELDS, "{\"app\":" + app + ",\"revision\":\"1\"," + properties + "}");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("code").asString()).isEqualTo("GAIA_CO03");
        assertThat(admin.json("POST", FIELDS, "{\"app\":" + app + ",\"revision\":-1," + properties + "}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isForThoseWhoManageTheApp() {
        String register = Long.toString(SERVER.app("child_register"));

        assertThat(SERVER.client().as("visitor").get(FIELDS, "app", register).text())
                .contains("GAIA_AP01");
        assertThat(SERVER.client().as("nursery01").get(FIELDS, "app", register).text())
                .contains("CB_NO02");
        assertThat(SERVER.client().token("all").get(FIELDS, "app", register).status())
                .isEqualTo(200);
        assertThat(SERVER.client().token("view").get(FIELDS, "app", register).status())
                .isEqualTo(403);
    }

    @Test
    void showsNamesInTheLanguageThatIsAskedFor() {
        String register = Long.toString(SERVER.app("every_field"));

        assertThat(admin.get(FIELDS, "app", register, "lang", "en")
                        .json()
                        .at("/properties/レコード番号/label")
                        .asString())
                .isEqualTo("Record number");
        assertThat(admin.get(FIELDS, "app", register, "lang", "fr").text()).contains("CB_VA01", "\"lang\"");
    }

    @Test
    void arrangesTheForm() {
        add("""
                {"a": {"type": "SINGLE_LINE_TEXT", "code": "a", "label": "A"},
                 "m": {"type": "MULTI_LINE_TEXT", "code": "m", "label": "M"},
                 "g": {"type": "GROUP", "code": "g", "label": "G"},
                 "t": {"type": "SUBTABLE", "code": "t", "label": "T", "fields": {
                   "d": {"type": "DATE", "code": "d", "label": "D"}}},
                 "left": {"type": "NUMBER", "code": "left", "label": "L"}}""");
        String layout = """
                [{"type": "ROW", "fields": [
                    {"type": "LABEL", "label": "<b>読む</b>", "size": {"width": "300"}},
                    {"type": "SPACER", "elementId": "space", "size": {"width": "40", "height": "20"}},
                    {"type": "HR", "size": {"width": "200"}}]},
                  {"type": "SUBTABLE", "code": "t", "fields": [{"type": "DATE", "code": "d", "size": {"width": "120"}}]},
                  {"type": "GROUP", "code": "g", "layout": [{"type": "ROW", "fields": [
                    {"type": "MULTI_LINE_TEXT", "code": "m", "size": {"width": "300", "innerHeight": "125"}},
                    {"type": "SINGLE_LINE_TEXT", "code": "a", "size": {"width": "193"}}]}]}]""";

        TestClient.Answer put = admin.json("PUT", LAYOUT, "{\"app\":" + app + ",\"layout\":" + layout + "}");

        assertThat(put.text()).isEqualTo("{\"revision\":\"4\"}");
        JsonNode shown = admin.get(LAYOUT, "app", app).json();
        assertThat(shown.path("revision").asString()).isEqualTo("4");
        assertThat(shown.path("layout").valueStream().limit(3).toList())
                .isEqualTo(json(layout).valueStream().toList());
        assertThat(shown.path("layout").get(3).toString())
                .isEqualTo(
                        "{\"type\":\"ROW\",\"fields\":[{\"type\":\"NUMBER\",\"code\":\"left\",\"size\":{\"width\":\"200\"}}]}");
    }

    @Test
    void saysWhatIsWrongWithALayout() {
        add("{\"a\":{\"type\":\"SINGLE_LINE_TEXT\",\"code\":\"a\",\"label\":\"A\"}}");
        String put = "{\"app\":" + app + ",\"layout\":[{\"type\":\"ROW\",\"fields\":[%s]}]}";

        assertThat(admin.json("PUT", LAYOUT, put.formatted("{\"type\":\"NUMBER\",\"code\":\"x\"}"))
                        .text())
                .contains("GAIA_FC01", "(code: x)");
        assertThat(admin.json("PUT", LAYOUT, put.formatted("{\"type\":\"NUMBER\",\"code\":\"a\"}"))
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("layout[0].fields[0].type");
        assertThat(admin.json("PUT", LAYOUT, "{\"app\":" + app + ",\"layout\":[{\"type\":\"TAB\"}]}")
                        .json()
                        .path("errors")
                        .propertyNames())
                .contains("layout[0].type");
        assertThat(admin.json("PUT", LAYOUT, "{\"app\":" + app + "}").text()).contains("\"layout\"", "Required field.");
    }

    @Test
    void tellsOfTheFormInTheOldWayToo() {
        add("""
                {"c": {"type": "CHECK_BOX", "code": "c", "label": "C", "options": {
                   "b": {"label": "b", "index": 1}, "a": {"label": "a", "index": 0}}},
                 "t": {"type": "SUBTABLE", "code": "t", "label": "T", "fields": {
                   "d": {"type": "DATE", "code": "d", "label": "D", "defaultNowValue": true}}}}""");
        admin.json("PUT", LAYOUT, "{\"app\":" + app + """
                ,"layout":[{"type":"ROW","fields":[{"type":"LABEL","label":"読む"},{"type":"HR"},
                {"type":"SPACER","elementId":"s"},{"type":"CHECK_BOX","code":"c"}]}]}""");

        JsonNode old = admin.get("/k/v1/preview/form.json", "app", app).json();

        assertThat(old.propertyNames()).containsExactly("properties");
        assertThat(old.path("properties")).isEqualTo(json("""
                [{"type": "LABEL", "label": "読む"}, {"type": "HR"}, {"type": "SPACER", "elementId": "s"},
                 {"type": "CHECK_BOX", "code": "c", "label": "C", "noLabel": false, "required": false,
                  "options": ["a", "b"], "defaultValue": [], "align": "HORIZONTAL"},
                 {"type": "SUBTABLE", "code": "t", "label": "T", "noLabel": false, "fields": [
                  {"type": "DATE", "code": "d", "label": "D", "noLabel": false, "required": false, "unique": false,
                   "defaultValue": "", "defaultExpression": "NOW"}]}]"""));
        deploy(app);
        assertThat(admin.get("/k/v1/form.json", "app", app).json()).isEqualTo(old);
        String register = Long.toString(SERVER.app("child_register"));
        assertThat(SERVER.client()
                        .as("nursery01")
                        .get("/k/v1/form.json", "app", register)
                        .text())
                .doesNotContain("機微");
    }
}
