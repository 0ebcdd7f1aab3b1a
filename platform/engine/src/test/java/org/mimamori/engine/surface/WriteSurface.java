package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.Preview;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordKey;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.RecordService.Deletion;
import org.mimamori.engine.record.Submission;
import org.mimamori.engine.surface.Plain.Rec;
import tools.jackson.databind.node.StringNode;

/** Attempts to change and delete, with a revision that no record has, so that nothing is ever written. */
final class WriteSurface implements Surface {

    private static final long NEVER = 999_999;

    @Override
    public void check(Scene scene) {
        for (Rec record : scene.sample()) {
            update(scene, record);
            delete(scene, record);
        }
        Rec record = scene.dice.one(scene.records);
        type(scene, record, scene.dice.one(List.of("secret", "title")));
        keyed(scene, scene.dice.one(scene.of(Forms.HOME)));
    }

    private static void update(Scene scene, Rec record) {
        RecordChange change = new RecordChange(new RecordKey.ById(record.id), NEVER, Submission.EMPTY);
        assertThat(scene.answer(() -> service(scene).update(scene.actor, scene.id(record.app), change)))
                .as("update of %s", record)
                .isEqualTo(expected(
                        scene,
                        record,
                        "EDIT",
                        "recordEditable",
                        scene.rules().edits(scene.person, scene.app(record.app), record)));
    }

    private static void delete(Scene scene, Rec record) {
        Object answer = scene.answer(() -> {
            service(scene).deleteAll(scene.actor, scene.id(record.app), List.of(new Deletion(record.id, NEVER)));
            return "deleted";
        });
        assertThat(answer)
                .as("deletion of %s", record)
                .isEqualTo(expected(
                        scene,
                        record,
                        "DELETE",
                        "recordDeletable",
                        scene.rules().deletes(scene.person, scene.app(record.app), record)));
    }

    private static String expected(Scene scene, Rec record, String name, String right, boolean permitted) {
        if (!scene.knows(record.app)) {
            return "AppNotFound";
        }
        if (!scene.may(record.app, right)) {
            return "Forbidden " + name;
        }
        if (scene.seen(record).isEmpty()) {
            return "RecordNotFound";
        }
        return permitted ? "Conflict" : "Forbidden " + name;
    }

    /** A form being filled in: what the person cannot write is refused, what it cannot see is not there. */
    private static void type(Scene scene, Rec record, String field) {
        if (!scene.may(record.app, "recordEditable") || scene.seen(record).isEmpty()) {
            return;
        }
        String level = scene.rules().level(scene.person, scene.app(record.app), record.whole(), field);
        Submission typed = Submission.of(Map.of(new FieldCode(field), Value.text("typed")));
        Object answer = scene.answer(() -> service(scene).preview(scene.actor, scene.id(record.app), record.id, typed));
        if (!(answer instanceof Preview preview)) {
            assertThat(answer).isEqualTo("FieldForbidden");
            assertThat(level).as("%s of %s", field, record).isEqualTo("READ");
            return;
        }
        assertThat(level).as("%s of %s", field, record).isNotEqualTo("READ");
        Map<String, Object> expected = Scene.values(scene.seen(record).orElseThrow());
        if (level.equals("WRITE")) {
            expected.put(field, "typed");
        }
        Map<String, Object> shown = new java.util.HashMap<>();
        preview.values().forEach((code, value) -> shown.put(code.text(), Installation.plain(value)));
        assertThat(shown).as("form of %s", record).isEqualTo(expected);
    }

    /** By key: a record whose key the person may not see is not found by it. */
    private static void keyed(Scene scene, Rec record) {
        if (!scene.may(Forms.HOME, "recordEditable")) {
            return;
        }
        String title = record.values.get("title").toString();
        scene.know(title);
        RecordKey key = new RecordKey.ByField(new FieldCode("title"), StringNode.valueOf(title));
        RecordChange change = new RecordChange(key, NEVER, Submission.EMPTY);
        String expected;
        if (!scene.exists(Forms.HOME, "title")) {
            expected = "BadParameter";
        } else if (scene.seen(record).filter(seen -> seen.containsKey("title")).isEmpty()) {
            expected = "RecordNotFound";
        } else {
            expected = expected(
                    scene,
                    record,
                    "EDIT",
                    "recordEditable",
                    scene.rules().edits(scene.person, scene.app(record.app), record));
        }
        assertThat(scene.answer(() -> service(scene).update(scene.actor, scene.id(Forms.HOME), change)))
                .as("update by key of %s", record)
                .isEqualTo(expected);
    }

    private static RecordService service(Scene scene) {
        return scene.engine.records.service();
    }
}
