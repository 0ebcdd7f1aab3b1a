package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.field.EveryField;
import tools.jackson.databind.JsonNode;

/** Apps and their settings as kintone's clients read them. */
class AppCallsTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient coordinator = SERVER.client().as("coordinator");
    private final TestClient worker = SERVER.client().as("nursery01");
    private final String register = Long.toString(SERVER.app("child_register"));
    private final String every = Long.toString(SERVER.app("every_field"));

    @Test
    void tellsOfAnApp() {
        JsonNode app = coordinator.get("/k/v1/app.json", "id", register).json();

        assertThat(app.propertyNames())
                .containsExactly(
                        "appId",
                        "code",
                        "name",
                        "description",
                        "spaceId",
                        "threadId",
                        "createdAt",
                        "creator",
                        "modifiedAt",
                        "modifier");
        assertThat(app.path("appId").toString()).isEqualTo("\"" + register + "\"");
        assertThat(app.path("code").asString()).isEqualTo("child_register");
        assertThat(app.path("spaceId").isNull()).isTrue();
        assertThat(app.path("createdAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(app.path("creator").toString()).isEqualTo("{\"code\":\"admin\",\"name\":\"管理者\"}");
    }

    @Test
    void listsTheAppsACallerMaySee() {
        assertThat(codes(coordinator, "limit", "100")).containsExactly("child_register", "att_daily", "every_field");
        assertThat(codes(worker, "name", "")).containsExactly("child_register", "every_field");
        assertThat(codes(SERVER.client().as("visitor"), "name", "")).containsExactly("every_field");
    }

    @Test
    void findsAppsByNumberCodeAndPartOfTheName() {
        assertThat(codes(coordinator, "ids[0]", register, "ids[1]", "999")).containsExactly("child_register");
        assertThat(codes(coordinator, "codes[0]", "att_daily", "codes[1]", "ATT_DAILY"))
                .containsExactly("att_daily");
        assertThat(codes(coordinator, "name", "CHILD")).containsExactly("child_register");
        assertThat(codes(coordinator, "limit", "1", "offset", "1")).containsExactly("att_daily");
        assertThat(codes(coordinator, "spaceIds[0]", "1")).isEmpty();
        assertThat(coordinator
                        .get("/k/v1/apps.json", "limit", "101")
                        .json()
                        .path("errors")
                        .propertyNames())
                .containsExactly("limit");
    }

    @Test
    void tellsOfTheFieldsWithExactlyTheirProperties() {
        JsonNode answer =
                coordinator.get("/k/v1/app/form/fields.json", "app", every).json();

        assertThat(answer.propertyNames()).containsExactly("properties", "revision");
        assertThat(answer.path("revision").toString()).isEqualTo("\"1\"");
        JsonNode properties = answer.path("properties");
        JsonNode definition = EveryField.definition().path("fields");
        for (String code : definition.propertyNames()) {
            // What is not there must be: an app nobody may see, and numbers of apps the definition names by code.
            JsonNode expected = definition.path(code);
            JsonNode actual = properties.path(code);
            assertThat(actual.propertyNames()).as(code).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
            if (!actual.has("lookup") && !actual.has("referenceTable") && !actual.has("fields")) {
                assertThat(actual).as(code).isEqualTo(expected);
            }
        }
        assertThat(properties.at("/きょうだい/lookup/relatedApp").toString())
                .isEqualTo("{\"app\":\"" + register + "\",\"code\":\"child_register\"}");
        assertThat(properties.at("/面談/fields/面談_きょうだい/lookup/relatedApp/app").asString())
                .isEqualTo(register);
        assertThat(properties.at("/基本情報").toString())
                .isEqualTo(
                        "{\"type\":\"GROUP\",\"code\":\"基本情報\",\"label\":\"基本情報\",\"noLabel\":false,\"openGroup\":true}");
    }

    @Test
    void hidesFieldsAndAppsFromWhoMayNotSeeThem() {
        JsonNode properties =
                worker.get("/k/v1/app/form/fields.json", "app", register).json().path("properties");
        assertThat(properties.propertyNames()).contains("備考").doesNotContain("機微");
        assertThat(worker.get("/k/v1/app/form/layout.json", "app", register).text())
                .doesNotContain("機微");
        assertThat(worker.get("/k/v1/app/views.json", "app", register).text()).doesNotContain("機微");
        assertThat(worker.get("/api/apps/child_register/schema.json").text()).doesNotContain("機微");
        assertThat(worker.get("/k/v1/app/form/fields.json", "app", every)
                        .json()
                        .at("/properties/出欠の記録/referenceTable")
                        .isNull())
                .isTrue();
    }

    @Test
    void translatesNamesOnRequest() {
        String path = "/k/v1/app/form/fields.json";
        assertThat(coordinator
                        .get(path, "app", register)
                        .json()
                        .at("/properties/児童氏名/label")
                        .asString())
                .isEqualTo("児童氏名");
        assertThat(coordinator
                        .get(path, "app", register, "lang", "en")
                        .json()
                        .at("/properties/児童氏名/label")
                        .asString())
                .isEqualTo("Name of the child");
        assertThat(coordinator
                        .get(path, "app", register, "lang", "user")
                        .json()
                        .at("/properties/児童氏名/label")
                        .asString())
                .as("English is the server's language")
                .isEqualTo("Name of the child");
        assertThat(coordinator
                        .get("/k/v1/app/settings.json", "app", register, "lang", "en")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Child register");
        assertThat(coordinator.get(path, "app", register, "lang", "fr").status())
                .isEqualTo(400);
    }

    @Test
    void tellsOfTheLayout() {
        JsonNode layout = coordinator
                .get("/k/v1/app/form/layout.json", "app", every)
                .json()
                .path("layout");
        JsonNode defined = EveryField.definition().path("layout");

        assertThat(layout.size()).isGreaterThanOrEqualTo(defined.size());
        for (int i = 0; i < defined.size(); i++) {
            assertThat(layout.path(i)).isEqualTo(defined.path(i));
        }
    }

    @Test
    void tellsOfTheViews() {
        JsonNode views =
                coordinator.get("/k/v1/app/views.json", "app", register).json().path("views");

        JsonNode all = views.path("すべて");
        assertThat(all.propertyNames())
                .containsExactlyInAnyOrder("type", "name", "id", "filterCond", "sort", "index", "fields");
        assertThat(all.path("index").toString()).isEqualTo("\"0\"");
        assertThat(all.path("sort").asString()).isEqualTo("レコード番号 desc");
        assertThat(all.path("fields").toString()).isEqualTo("[\"児童番号\",\"児童氏名\",\"機微\"]");
        assertThat(views.at("/機微あり/filterCond").asString()).isEqualTo("機微 is not empty");
    }

    @Test
    void tellsOfTheSettingsAndSparesOldJavaClients() {
        JsonNode settings =
                coordinator.get("/k/v1/app/settings.json", "app", register).json();
        assertThat(settings.propertyNames())
                .containsExactlyInAnyOrder(
                        "name",
                        "description",
                        "icon",
                        "theme",
                        "titleField",
                        "enableThumbnails",
                        "enableBulkDeletion",
                        "enableComments",
                        "enableDuplicateRecord",
                        "enableInlineRecordEditing",
                        "numberPrecision",
                        "firstMonthOfFiscalYear",
                        "revision");
        assertThat(settings.path("numberPrecision").toString())
                .isEqualTo("{\"digits\":\"16\",\"decimalPlaces\":\"4\",\"roundingMode\":\"HALF_EVEN\"}");

        assertThat(coordinator
                        .with("User-Agent", "kintone-Java-Client@1.3.0")
                        .get("/k/v1/app/settings.json", "app", register)
                        .json()
                        .propertyNames())
                .containsExactlyInAnyOrder("name", "description", "icon", "theme", "revision");
    }

    @Test
    void tellsOfTheRightsToWhoManagesTheApp() {
        JsonNode app = coordinator.get("/k/v1/app/acl.json", "app", register).json();
        assertThat(app.at("/rights/0").toString())
                .isEqualTo("{\"entity\":{\"type\":\"GROUP\",\"code\":\"coordinators\"},\"includeSubs\":false,"
                        + "\"appEditable\":true,\"recordViewable\":true,\"recordAddable\":true,\"recordEditable\":true,"
                        + "\"recordDeletable\":true,\"recordImportable\":true,\"recordExportable\":true}");
        assertThat(coordinator
                        .get("/k/v1/record/acl.json", "app", register)
                        .json()
                        .at("/rights/0/entities/1")
                        .toString())
                .isEqualTo("{\"entity\":{\"type\":\"FIELD_ENTITY\",\"code\":\"所属\"},\"viewable\":true,"
                        + "\"editable\":true,\"deletable\":false,\"includeSubs\":true}");
        assertThat(coordinator
                        .get("/k/v1/field/acl.json", "app", register)
                        .json()
                        .at("/rights/1/entities/1")
                        .toString())
                .isEqualTo("{\"accessibility\":\"READ\",\"entity\":{\"type\":\"GROUP\",\"code\":\"everyone\"},"
                        + "\"includeSubs\":false}");
        for (String path : List.of("app", "record", "field")) {
            TestClient.Answer denied = worker.get("/k/v1/" + path + "/acl.json", "app", register);
            assertThat(denied.json().path("code").asString()).as(path).isEqualTo("CB_NO02");
        }
    }

    private static List<String> codes(TestClient client, String... parameters) {
        JsonNode apps = client.get("/k/v1/apps.json", parameters).json().path("apps");
        return StreamSupport.stream(apps.spliterator(), false)
                .map(app -> app.path("code").asString())
                .toList();
    }
}
