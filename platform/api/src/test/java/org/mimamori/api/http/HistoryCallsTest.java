package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.settings.Previews;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an app's settings were, the way back, copies and templates. */
class HistoryCallsTest {

    private static final Actor PLATFORM = new Actor.Platform("test");
    private static int apps;

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient admin = SERVER.client().as("admin");
    private final String code = "history" + apps++;
    private long app;

    @BeforeEach
    void install() {
        JsonNode installed =
                admin.json("POST", "/api/apps", """
                {"code":"%s","name":"歴史","permissions":{"app":{"rights":[{"entity":{"type":"CREATOR"},
                  "appEditable":true,"recordViewable":true,"recordAddable":true,"recordEditable":true,"recordDeletable":true}]}},
                 "fields":{"n":{"type":"NUMBER","code":"n","label":"n"},
                  "text":{"type":"SINGLE_LINE_TEXT","code":"text","label":"text"}}}""".formatted(code)).json();
        app = installed.path("app").asLong();
        admin.json("POST", "/k/v1/record.json", "{\"app\":%d,\"record\":{\"n\":{\"value\":7}}}".formatted(app));
    }

    private String path(String rest) {
        return "/api/apps/" + code + "/" + rest;
    }

    private void dropN() {
        SERVER.previews().change(PLATFORM, new AppId(app), Previews.ANY, edit -> {
            ObjectNode fields = (ObjectNode) edit.json().get("fields");
            edit.dropField(new FieldCode("n"), null, (ObjectNode) fields.get("n"));
            fields.remove("n");
        });
        deploy();
    }

    private void deploy() {
        SERVER.previews().deploy(PLATFORM, List.of(new Previews.AppRevision(new AppId(app), Previews.ANY)));
    }

    private JsonNode n() {
        return admin.get("/k/v1/record.json", "app", Long.toString(app), "id", "1")
                .json()
                .path("record")
                .path("n");
    }

    private List<String> revisions() {
        List<String> revisions = new ArrayList<>();
        admin.get(path("history.json"))
                .json()
                .path("revisions")
                .forEach(entry -> revisions.add(entry.path("revision").asString()));
        return revisions;
    }

    @Test
    void tellsWhatDiffers() {
        dropN();

        assertThat(revisions()).containsExactly("2", "1");
        JsonNode differences = admin.get(path("history/diff.json"), "from", "1", "to", "2")
                .json()
                .path("differences");
        assertThat(differences.size()).isEqualTo(1);
        assertThat(differences.at("/0/pointer").asString()).isEqualTo("/fields/n");
        assertThat(differences.at("/0/before/type").asString()).isEqualTo("NUMBER");
        assertThat(differences.path(0).has("after")).isFalse();
        assertThat(admin.get(path("history/diff.json"))
                        .json()
                        .path("differences")
                        .isEmpty())
                .isTrue();
        assertThat(admin.get(path("history/diff.json"), "from", "1", "to", "99").text())
                .contains("CB_VA01", "\"revision\"");
    }

    @Test
    void goesBackWithWhatRecordsHeld() {
        dropN();
        assertThat(n().isMissingNode()).isTrue();

        assertThat(admin.json("POST", path("history/rollback.json"), "{\"to\":1}")
                        .json()
                        .path("revision")
                        .asString())
                .isEqualTo("3");
        assertThat(n().isMissingNode()).isTrue();
        deploy();

        assertThat(n().path("value").asString()).isEqualTo("7");
        assertThat(revisions()).containsExactly("3", "2", "1");
    }

    @Test
    void putsADeletedFieldBack() {
        dropN();
        assertThat(admin.get(path("bin.json")).json().at("/fields/0/code").asString())
                .isEqualTo("n");

        admin.json("POST", path("bin/restore.json"), "{\"field\":\"n\"}");
        deploy();

        assertThat(n().path("value").asString()).isEqualTo("7");
        assertThat(admin.get(path("bin.json")).json().path("fields").isEmpty()).isTrue();
        assertThat(admin.json("POST", path("bin/restore.json"), "{\"field\":\"n\"}")
                        .text())
                .contains("CB_VA01", "\"field\"");
    }

    @Test
    void saysUntilWhenADeletedFieldCanBePutBack() {
        dropN();

        JsonNode field = admin.get(path("bin.json")).json().at("/fields/0");

        assertThat(Instant.parse(field.path("until").asString()))
                .isEqualTo(Instant.parse(field.path("at").asString()).plus(TestServer.DELETED_FIELDS));
    }

    @Test
    void givesAFieldOfTheSameCodeNothingOfTheDeletedOne() {
        dropN();
        SERVER.previews()
                .change(
                        PLATFORM,
                        new AppId(app),
                        Previews.ANY,
                        edit -> ((ObjectNode) edit.json().get("fields"))
                                .putObject("n")
                                .put("type", "NUMBER")
                                .put("code", "n")
                                .put("label", "n"));
        deploy();

        assertThat(n().path("value").asString()).isEmpty();
        assertThat(admin.json("POST", path("bin/restore.json"), "{\"field\":\"n\"}")
                        .text())
                .contains("CB_VA01");
    }

    @Test
    void copiesSettingsAndNoRecords() {
        JsonNode copy = admin.json("POST", path("copy.json"), "{\"name\":\"写し\"}")
                .json()
                .at("/apps/0");
        String number = copy.path("app").asString();
        admin.json("POST", "/k/v1/preview/app/deploy.json", "{\"apps\":[{\"app\":" + number + "}]}");

        assertThat(admin.get("/k/v1/app.json", "id", number).json().path("name").asString())
                .isEqualTo("写し");
        assertThat(admin.get("/k/v1/records.json", "app", number, "totalCount", "true")
                        .json()
                        .path("totalCount")
                        .asString())
                .isEqualTo("0");
        assertThat(admin.json("POST", path("copy.json"), "{\"name\":\"\"}").text())
                .contains("CB_VA01", "\"name\"");
    }

    @Test
    void takesNoWebhookAlong() {
        String hooked = admin.json("POST", "/api/apps", """
                        {"code":"%s_hooked","name":"知らせる","permissions":{"app":{"rights":[{"entity":{"type":"CREATOR"},"appEditable":true}]}},
                         "fields":{"n":{"type":"NUMBER","code":"n","label":"n"}},
                         "webhooks":[{"name":"out","url":"https://example.org/?key=for-us-alone","events":["ADD_RECORD"],"reader":"admin"}]}
                        """.formatted(code))
                .json()
                .path("app")
                .asString();

        String template = admin.get("/api/templates.json", "apps[0]", hooked).text();

        assertThat(template).contains("知らせる").doesNotContain("for-us-alone", "webhooks");
        assertThat(admin.json("POST", "/api/apps/" + code + "_hooked/copy.json", "{\"name\":\"写し\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void makesAppsThatNameEachOtherFromATemplate() {
        String source = Long.toString(admin.json("POST", "/api/apps", """
                        {"code":"%1$s_to","name":"先","permissions":{"app":{"rights":[{"entity":{"type":"CREATOR"},"appEditable":true}]}},
                         "fields":{"r":{"type":"REFERENCE_TABLE","code":"r","label":"r","referenceTable":{
                          "relatedApp":{"app":"%2$d","code":""},"condition":{"field":"k","relatedField":"text"},
                          "filterCond":"","displayFields":["text"],"sort":"","size":"5"}},
                          "k":{"type":"SINGLE_LINE_TEXT","code":"k","label":"k"}}}""".formatted(code, app))
                .json()
                .path("app")
                .asLong());
        String template = admin.get("/api/templates.json", "apps[0]", Long.toString(app), "apps[1]", source)
                .text();

        JsonNode made =
                admin.json("POST", "/api/templates.json", template).json().path("apps");
        String both = "{\"apps\":[{\"app\":%s},{\"app\":%s}]}"
                .formatted(made.at("/0/app").asString(), made.at("/1/app").asString());
        assertThat(admin.json("POST", "/k/v1/preview/app/deploy.json", both).text())
                .isEqualTo("{}");

        assertThat(admin.get(
                                "/k/v1/app/form/fields.json",
                                "app",
                                made.at("/1/app").asString())
                        .text())
                .contains("\"relatedApp\":{\"app\":\"" + made.at("/0/app").asString() + "\"");
        assertThat(admin.json("POST", "/api/templates.json", "{\"format\":\"x\",\"apps\":[]}")
                        .text())
                .contains("CB_VA01", "\"template\"");
    }

    @Test
    void isForThoseWhoManageTheApp() {
        TestClient worker = SERVER.client().as("nursery01");
        String register = Long.toString(SERVER.app("child_register"));

        assertThat(worker.get("/api/apps/child_register/history.json").text()).contains("CB_NO02");
        assertThat(worker.get("/api/templates.json", "apps[0]", register).text())
                .contains("CB_NO02");
        assertThat(worker.get(path("history.json")).text()).contains("GAIA_AP01");
        assertThat(worker.json("POST", "/api/templates.json", "{}").text()).contains("CB_NO02");
    }
}
