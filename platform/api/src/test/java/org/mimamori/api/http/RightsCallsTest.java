package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Changing who may do what: live at once, or with the next deployment. */
class RightsCallsTest {

    private static final String PREVIEW = "/k/v1/preview";
    private static final String LIVE = "/k/v1";
    private static final String MANAGER =
            "{\"entity\":{\"type\":\"CREATOR\",\"code\":null},\"appEditable\":true,\"recordViewable\":true,\"recordAddable\":true}";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient admin = SERVER.client().as("admin");
    private final TestClient visitor = SERVER.client().as("visitor");
    private final String app = app();

    /** An app of one record, deployed. */
    private String app() {
        String made = admin.json("POST", "/k/v1/preview/app.json", "{\"name\":\"rights\"}")
                .json()
                .path("app")
                .asString();
        admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + made + "}]}");
        admin.json("POST", "/k/v1/record.json", "{\"app\":" + made + ",\"record\":{}}");
        return made;
    }

    private TestClient.Answer put(String base, String part, String rights) {
        return admin.json("PUT", base + "/" + part + "/acl.json", "{\"app\":" + app + ",\"rights\":" + rights + "}");
    }

    private String visitors(String flags) {
        return "[" + MANAGER + ",{\"entity\":{\"type\":\"GROUP\",\"code\":\"guests\"}" + flags + "}]";
    }

    private int seenByVisitor() {
        JsonNode got = visitor.get("/k/v1/records.json", "app", app).json();
        return got.has("records") ? got.path("records").size() : -1;
    }

    private String revision(String base) {
        return admin.get(base + "/app/acl.json", "app", app)
                .json()
                .path("revision")
                .asString();
    }

    @Test
    void changesTheLiveRightsAtOnce() {
        assertThat(seenByVisitor()).isEqualTo(-1);
        String before = revision(LIVE);

        TestClient.Answer answer = put(LIVE, "app", visitors(",\"recordViewable\":\"true\""));

        assertThat(answer.json().propertyNames()).containsExactly("revision");
        assertThat(answer.json().path("revision").asString()).isEqualTo(Long.toString(Long.parseLong(before) + 1));
        assertThat(seenByVisitor()).isEqualTo(1);
        JsonNode rows = admin.get("/k/v1/app/acl.json", "app", app).json().path("rights");
        assertThat(rows.get(1).toString())
                .isEqualTo(
                        "{\"entity\":{\"type\":\"GROUP\",\"code\":\"guests\"},\"includeSubs\":false,\"appEditable\":false,"
                                + "\"recordViewable\":true,\"recordAddable\":false,\"recordEditable\":false,"
                                + "\"recordDeletable\":false,\"recordImportable\":false,\"recordExportable\":false}");
    }

    @Test
    void changesRightsInThePreviewWithTheNextDeployment() {
        TestClient.Answer answer = put(PREVIEW, "app", visitors(",\"recordViewable\":true"));
        assertThat(answer.json().path("revision").asString()).isEqualTo(revision(PREVIEW));
        assertThat(seenByVisitor()).isEqualTo(-1);
        assertThat(admin.get("/k/v1/app/acl.json", "app", app)
                        .json()
                        .path("rights")
                        .size())
                .isEqualTo(1);

        admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + app + "}]}");

        assertThat(seenByVisitor()).isEqualTo(1);
    }

    @Test
    void leavesWhatIsBeingEditedAsItIsWhenTheLiveRightsChange() {
        put(
                PREVIEW,
                "record",
                "[{\"filterCond\":\"\",\"entities\":[{\"entity\":{\"type\":\"USER\",\"code\":\"sato\"},\"viewable\":true}]}]");

        put(LIVE, "app", visitors(",\"recordViewable\":true"));

        assertThat(seenByVisitor()).as("record rights are not live yet").isEqualTo(1);
        JsonNode edited = admin.get("/k/v1/preview/record/acl.json", "app", app).json();
        assertThat(edited.path("rights").size()).isEqualTo(1);
        assertThat(Long.parseLong(edited.path("revision").asString())).isGreaterThan(Long.parseLong(revision(LIVE)));
        assertThat(admin.get("/k/v1/preview/app/acl.json", "app", app)
                        .json()
                        .path("rights")
                        .size())
                .isEqualTo(2);
        admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + app + "}]}");
        assertThat(seenByVisitor()).isZero();
    }

    @Test
    void changesRecordRightsAndTakesTheAppByItsOtherName() {
        put(LIVE, "app", visitors(",\"recordViewable\":true"));
        String rights =
                "[{\"entities\":[{\"entity\":{\"type\":\"FIELD_ENTITY\",\"code\":\"Created_by\"},\"viewable\":true,\"editable\":true}]}]";

        TestClient.Answer answer =
                admin.json("PUT", "/k/v1/record/acl.json", "{\"id\":" + app + ",\"rights\":" + rights + "}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(seenByVisitor()).isZero();
        assertThat(admin.get("/k/v1/record/acl.json", "app", app)
                        .json()
                        .path("rights")
                        .toString())
                .isEqualTo(
                        "[{\"filterCond\":\"\",\"entities\":[{\"entity\":{\"type\":\"FIELD_ENTITY\",\"code\":\"Created_by\"},"
                                + "\"viewable\":true,\"editable\":true,\"deletable\":false,\"includeSubs\":false}]}]");
    }

    @Test
    void changesFieldRights() {
        put(LIVE, "app", visitors(",\"recordViewable\":true"));

        TestClient.Answer answer = put(
                LIVE,
                "field",
                "[{\"code\":\"Created_by\",\"entities\":[{\"accessibility\":\"NONE\",\"entity\":{\"type\":\"GROUP\",\"code\":\"guests\"}}]}]");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode record = visitor.get("/k/v1/records.json", "app", app).json().at("/records/0");
        assertThat(record.has("Created_by")).isFalse();
        assertThat(record.has("Updated_by")).isTrue();
        assertThat(put(LIVE, "field", "[]").status()).isEqualTo(200);
        assertThat(visitor.get("/k/v1/records.json", "app", app)
                        .json()
                        .at("/records/0")
                        .has("Created_by"))
                .isTrue();
    }

    @Test
    void refusesRightsThatMakeNoSense() {
        String before = revision(LIVE);
        assertThat(put(LIVE, "app", "[]").text()).contains("CB_VA01");
        assertThat(put(LIVE, "app", "[{\"entity\":{\"type\":\"GROUP\",\"code\":\"guests\"},\"recordViewable\":true}]")
                        .text())
                .contains("CB_VA01", "\"rights\"");
        assertThat(put(LIVE, "app", "[{\"recordViewable\":true}]").text())
                .contains("\"rights[0].entity\"", "Required field.");
        assertThat(put(LIVE, "app", visitors("").replace("GROUP", "CROWD")).text())
                .contains("\"rights[1].entity.type\"", "must be one of the enum value");
        assertThat(put(LIVE, "app", visitors("").replace("guests", "nobody")).text())
                .contains("GAIA_IL27");
        assertThat(put(LIVE, "app", visitors("").replace("GROUP", "FIELD_ENTITY"))
                        .text())
                .contains("\"rights[1].entity.type\"");
        assertThat(put(
                                LIVE,
                                "record",
                                "[{\"filterCond\":\"nothing = 1\",\"entities\":[{\"entity\":{\"type\":\"USER\",\"code\":\"sato\"}}]}]")
                        .text())
                .contains("\"rights[0].filterCond\"");
        assertThat(put(
                                LIVE,
                                "field",
                                "[{\"code\":\"nothing\",\"entities\":[{\"accessibility\":\"READ\",\"entity\":{\"type\":\"USER\",\"code\":\"sato\"}}]}]")
                        .text())
                .contains("GAIA_FC01");
        assertThat(put(
                                LIVE,
                                "field",
                                "[{\"code\":\"Created_by\",\"entities\":[{\"entity\":{\"type\":\"USER\",\"code\":\"sato\"}}]}]")
                        .text())
                .contains("\"rights[0].entities[0].accessibility\"", "Required field.");
        assertThat(put(
                                LIVE,
                                "field",
                                "[{\"code\":\"Created_by\",\"entities\":[{\"accessibility\":\"READ\",\"entity\":{\"type\":\"FIELD_ENTITY\",\"code\":\"Record_number\"}}]}]")
                        .text())
                .contains("\"rights[0].entities[0].entity.code\"");
        assertThat(admin.json("PUT", "/k/v1/app/acl.json", "{}").text()).contains("\"app\"", "Required field.");
        assertThat(revision(LIVE)).isEqualTo(before);
    }

    @Test
    void changesOnlyTheRevisionTheCallerHasRead() {
        String body = "{\"app\":" + app + ",\"revision\":1,\"rights\":" + visitors("") + "}";

        assertThat(admin.json("PUT", "/k/v1/app/acl.json", body).text()).contains("GAIA_CO03");
        assertThat(admin.json("PUT", "/k/v1/preview/app/acl.json", body).status())
                .isEqualTo(409);
        assertThat(admin.json("PUT", "/k/v1/app/acl.json", body.replace(":1,", ":" + revision(LIVE) + ","))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lessThanManagingTheAppIsNotEnough() {
        String body = "{\"app\":" + app + ",\"rights\":" + visitors("") + "}";
        for (String path : new String[] {"/k/v1/app/acl.json", "/k/v1/preview/field/acl.json"}) {
            assertThat(visitor.json("PUT", path, body).text()).contains("GAIA_AP01");
        }
        put(LIVE, "app", visitors(",\"recordViewable\":true"));
        for (String path : new String[] {"/k/v1/app/acl.json", "/k/v1/preview/record/acl.json"}) {
            assertThat(visitor.json("PUT", path, body).text()).contains("CB_NO02");
            assertThat(visitor.get(path, "app", app).text()).contains("CB_NO02");
        }
    }
}
