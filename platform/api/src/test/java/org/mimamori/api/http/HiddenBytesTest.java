package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.surface.Dice;
import org.mimamori.engine.surface.Forms;
import org.mimamori.engine.surface.Installation;
import org.mimamori.engine.surface.Plain.Ask;
import org.mimamori.engine.surface.Plain.Rec;
import org.mimamori.engine.surface.Scene;
import org.mimamori.engine.surface.Scene.Order;
import org.mimamori.engine.surface.Worlds;
import tools.jackson.databind.JsonNode;

/**
 * Random people, rights and records before the API: every value is a text that stands nowhere else, so that the bytes
 * of an answer can be searched for what the caller may not see; and what the caller may see is there, exactly.
 *
 * <p>{@code -Dmimamori.bytes.cases=N} asks for more cases (as in {@code SurfacesModelTest}),
 * {@code -Dmimamori.surface.seed=N} begins with the world of that number.
 */
class HiddenBytesTest {

    private static final int CASES = Integer.getInteger("mimamori.bytes.cases", 600);
    private static final long FIRST = Long.getLong("mimamori.surface.seed", 1L);
    private static final String NEVER = "999999";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @Test
    void noByteOfAnyAnswerTellsWhatTheCallerMayNotSee() {
        IntStream.range(0, 6)
                .mapToObj(i -> "u" + i)
                .forEach(user -> SERVER.stores().directory().savePasswordHash(user, "hash of " + user + "!"));
        Worlds worlds = new Worlds(new Installation(SERVER.stores(), SERVER.clock()), 6, 6, 4);
        int cases = 0;
        for (long seed = FIRST; cases < CASES; seed++) {
            cases += worlds.run(seed, scene -> new Look(scene).everywhere());
        }
    }

    /** One person's calls. */
    private static final class Look {

        private final Scene scene;
        private final TestClient client;

        Look(Scene scene) {
            this.scene = scene;
            this.client = SERVER.client().as(scene.person.code());
        }

        void everywhere() {
            // Past the moment up to which a server may believe that no other process has changed an app.
            SERVER.clock().advance(Duration.ofSeconds(1));
            for (String app : List.of(Forms.HOME, Forms.VISIT)) {
                list(app, Dice.everything(), List.of(), 500);
                list(app, scene.dice.question(scene.of(app)), List.of(new Order("secret", true)), 5);
                cursor(app, new Order("amount", false));
                evaluate(app);
                form(app);
            }
            for (Rec record : scene.sample()) {
                get(record);
                comments(record);
                write(record);
                file(record);
            }
            scene.requireNoLeak(client.get("/k/v1/apps.json").text());
        }

        private String app(String code) {
            return scene.id(code).toString();
        }

        private void list(String app, Ask ask, List<Order> orders, int limit) {
            String query = ask.text()
                    + (orders.isEmpty() ? "" : " order by " + orders.getFirst().text()) + " limit " + limit;
            scene.know(query);
            TestClient.Answer answer =
                    client.get("/k/v1/records.json", "app", app(app), "query", query, "totalCount", "true");
            scene.requireNoLeak(answer.text());
            String refusal = refusal(app, ask, orders);
            assertThat(answer.json().path("code").asString("")).as(query).isEqualTo(refusal);
            if (refusal.isEmpty()) {
                Map<Rec, Map<String, Object>> expected = scene.list(app, ask, orders);
                assertThat(answer.json().path("totalCount").asString())
                        .as("total of %s", query)
                        .isEqualTo(Integer.toString(expected.size()));
                compare(
                        answer.json().path("records"),
                        expected.keySet().stream().limit(limit).toList());
            }
        }

        private String refusal(String app, Ask ask, List<Order> orders) {
            if (!scene.knows(app)) {
                return "GAIA_AP01";
            }
            if (!scene.may(app, "recordViewable")) {
                return "CB_NO02";
            }
            Set<String> mentioned = new HashSet<>(ask.fields());
            orders.forEach(order -> mentioned.add(order.field()));
            return mentioned.stream().allMatch(field -> scene.exists(app, field)) ? "" : "GAIA_IQ11";
        }

        private void compare(JsonNode records, List<Rec> expected) {
            assertThat(StreamSupport.stream(records.spliterator(), false)
                            .map(record -> record.at("/$id/value").asLong())
                            .toList())
                    .containsExactlyElementsOf(
                            expected.stream().map(record -> record.id).toList());
            for (int i = 0; i < expected.size(); i++) {
                compare(records.get(i), expected.get(i));
            }
        }

        /** The fields that are shown, no other, with all they hold. */
        private void compare(JsonNode json, Rec record) {
            Set<String> fields = new HashSet<>(Forms.held(record.app));
            fields.removeIf(field -> !scene.shows(record, field));
            Set<String> got = new HashSet<>(json.propertyNames());
            got.retainAll(Forms.held(record.app));
            assertThat(got).as("fields of %s", record).isEqualTo(fields);
            assertThat(Scene.tokens(json.toString()))
                    .as("values of %s", record)
                    .isEqualTo(Scene.tokens(scene.seen(record).orElseThrow().toString()));
        }

        private void cursor(String app, Order order) {
            if (!refusal(app, Dice.everything(), List.of(order)).isEmpty()) {
                return;
            }
            JsonNode opened = client.json(
                            "POST",
                            "/k/v1/records/cursor.json",
                            "{\"app\":%s,\"size\":4,\"query\":\"order by %s\"}".formatted(app(app), order.text()))
                    .json();
            List<JsonNode> all = new ArrayList<>();
            JsonNode page;
            do {
                TestClient.Answer answer = client.get(
                        "/k/v1/records/cursor.json", "id", opened.path("id").asString());
                scene.requireNoLeak(answer.text());
                page = answer.json();
                page.path("records").forEach(all::add);
            } while (page.path("next").asBoolean());
            List<Rec> expected = List.copyOf(
                    scene.list(app, Dice.everything(), List.of(order)).keySet());
            assertThat(opened.path("totalCount").asString()).isEqualTo(Integer.toString(expected.size()));
            assertThat(all).hasSameSizeAs(expected);
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).at("/$id/value").asLong()).isEqualTo(expected.get(i).id);
                compare(all.get(i), expected.get(i));
            }
        }

        private void evaluate(String app) {
            List<String> parameters = new ArrayList<>(List.of("app", app(app)));
            for (Rec record : scene.of(app)) {
                parameters.addAll(List.of("ids[" + scene.of(app).indexOf(record) + "]", Long.toString(record.id)));
            }
            TestClient.Answer answer = client.get("/k/v1/records/acl/evaluate.json", parameters.toArray(String[]::new));
            String refusal = refusal(app, Dice.everything(), List.of());
            assertThat(answer.json().path("code").asString("")).isEqualTo(refusal);
            for (int i = 0; refusal.isEmpty() && i < scene.of(app).size(); i++) {
                evaluate(answer.json().path("rights").get(i), scene.of(app).get(i));
            }
        }

        private void evaluate(JsonNode json, Rec record) {
            boolean seen = scene.seen(record).isPresent();
            boolean edits = scene.rules().edits(scene.person, scene.app(record.app), record);
            assertThat(json.path("record").path("viewable").asBoolean()).isEqualTo(seen);
            assertThat(json.path("record").path("editable").asBoolean()).isEqualTo(edits);
            assertThat(json.path("record").path("deletable").asBoolean())
                    .isEqualTo(scene.rules().deletes(scene.person, scene.app(record.app), record));
            for (String field : Forms.held(record.app)) {
                String level = scene.rules().level(scene.person, scene.app(record.app), record.whole(), field);
                JsonNode rights = json.path("fields").path(field);
                assertThat(rights.path("viewable").asBoolean(false))
                        .as("%s of %s", field, record)
                        .isEqualTo(seen && !level.equals("NONE"));
                assertThat(rights.path("editable").asBoolean(false))
                        .as("%s of %s", field, record)
                        .isEqualTo(edits && level.equals("WRITE") && !field.equals(Forms.CREATOR));
            }
        }

        private void form(String app) {
            JsonNode fields =
                    client.get("/k/v1/app/form/fields.json", "app", app(app)).json();
            if (!scene.knows(app)) {
                assertThat(fields.path("code").asString()).isEqualTo("GAIA_AP01");
                return;
            }
            links(app, fields.path("properties"));
            String layout =
                    client.get("/k/v1/app/form/layout.json", "app", app(app)).text();
            for (String field : Forms.restrictable(app)) {
                assertThat(fields.path("properties").has(field)).as(field).isEqualTo(scene.exists(app, field));
                if (!Forms.OWN.contains(field)) {
                    assertThat(layout.contains("\"code\":\"" + field + "\""))
                            .as("%s in %s", field, layout)
                            .isEqualTo(scene.exists(app, field));
                }
            }
        }

        /** What links say of the other app is what the caller may see there. */
        private void links(String app, JsonNode properties) {
            if (app.equals(Forms.HOME) && scene.exists(app, "visits")) {
                boolean shown = scene.knows(Forms.VISIT)
                        && scene.exists(Forms.HOME, "title")
                        && scene.exists(Forms.VISIT, "child");
                JsonNode table = properties.path("visits").path("referenceTable");
                assertThat(table.isObject()).as("related of %s", scene.person).isEqualTo(shown);
                assertThat(table.path("displayFields").toString().contains("secret"))
                        .isEqualTo(shown && scene.exists(Forms.VISIT, "secret"));
                assertThat(table.path("sort").asString("").contains("amount"))
                        .isEqualTo(shown && scene.exists(Forms.VISIT, "amount"));
            }
            if (app.equals(Forms.VISIT) && scene.exists(app, "child")) {
                boolean shown = scene.knows(Forms.HOME) && scene.exists(Forms.HOME, "title");
                JsonNode lookup = properties.path("child").path("lookup");
                assertThat(lookup.isObject()).as("lookup of %s", scene.person).isEqualTo(shown);
                assertThat(lookup.path("fieldMappings").size())
                        .isEqualTo(
                                shown && scene.exists(Forms.VISIT, "copied") && scene.exists(Forms.HOME, "secret")
                                        ? 1
                                        : 0);
                assertThat(lookup.path("lookupPickerFields").toString().contains("secret"))
                        .isEqualTo(shown && scene.exists(Forms.HOME, "secret"));
            }
        }

        private void get(Rec record) {
            TestClient.Answer answer =
                    client.get("/k/v1/record.json", "app", app(record.app), "id", Long.toString(record.id));
            scene.requireNoLeak(answer.text());
            assertThat(answer.json().path("code").asString("")).isEqualTo(unseen(record));
            if (scene.seen(record).isPresent()) {
                compare(answer.json().path("record"), record);
            }
        }

        private String unseen(Rec record) {
            String refusal = refusal(record.app, Dice.everything(), List.of());
            return refusal.isEmpty() && scene.seen(record).isEmpty() ? "GAIA_RE01" : refusal;
        }

        private void comments(Rec record) {
            TestClient.Answer answer = client.get(
                    "/k/v1/record/comments.json", "app", app(record.app), "record", Long.toString(record.id));
            scene.requireNoLeak(answer.text());
            assertThat(answer.json().path("code").asString("")).isEqualTo(unseen(record));
            if (scene.seen(record).isPresent()) {
                assertThat(Scene.tokens(answer.text())).isEqualTo(new HashSet<>(record.comments));
            }
        }

        /** With a revision that no record has, so that nothing is written. */
        private void write(Rec record) {
            TestClient.Answer put = client.json(
                    "PUT",
                    "/k/v1/record.json",
                    "{\"app\":%s,\"id\":%d,\"revision\":%s,\"record\":{\"secret\":{\"value\":\"x\"}}}"
                            .formatted(app(record.app), record.id, NEVER));
            scene.requireNoLeak(put.text());
            assertThat(put.json().path("code").asString())
                    .as("change of %s", record)
                    .isEqualTo(refusedWrite(
                            record,
                            "recordEditable",
                            scene.rules().edits(scene.person, scene.app(record.app), record)));
            TestClient.Answer deletion = client.json(
                    "DELETE",
                    "/k/v1/records.json",
                    "{\"app\":%s,\"ids\":[%d],\"revisions\":[%s]}".formatted(app(record.app), record.id, NEVER));
            scene.requireNoLeak(deletion.text());
            assertThat(deletion.json().path("code").asString())
                    .as("deletion of %s", record)
                    .isEqualTo(refusedWrite(
                            record,
                            "recordDeletable",
                            scene.rules().deletes(scene.person, scene.app(record.app), record)));
        }

        private String refusedWrite(Rec record, String right, boolean permitted) {
            if (!scene.knows(record.app)) {
                return "GAIA_AP01";
            }
            if (!scene.may(record.app, right)) {
                return "CB_NO02";
            }
            return scene.seen(record).isEmpty() ? "GAIA_RE01" : permitted ? "GAIA_CO02" : "CB_NO02";
        }

        private void file(Rec record) {
            String key = record.fileKey;
            if (key != null) {
                TestClient.Answer answer = client.get("/k/v1/file.json", "fileKey", key);
                boolean shown = scene.seen(record)
                        .filter(seen -> seen.containsKey("paper"))
                        .isPresent();
                assertThat(answer.text()).contains(shown ? "content of " : "GAIA_BL01");
                scene.requireNoLeak(answer.text());
            }
        }
    }
}
