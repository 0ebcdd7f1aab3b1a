package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.record.RecordService.Permitted;
import org.mimamori.engine.surface.Plain.Rec;

/** What the platform says of the person's rights: {@code records/acl/evaluate}. */
final class RightsSurface implements Surface {

    @Override
    @SuppressWarnings("unchecked")
    public void check(Scene scene) {
        for (String app : List.of(Forms.HOME, Forms.VISIT)) {
            List<Rec> records = scene.of(app);
            List<Long> ids = records.stream().map(record -> record.id).toList();
            Object answer =
                    scene.answer(() -> scene.engine.records.service().permitted(scene.actor, scene.id(app), ids));
            if (!(answer instanceof Map<?, ?>)) {
                assertThat(answer).isEqualTo(scene.knows(app) ? "Forbidden VIEW" : "AppNotFound");
                assertThat(scene.may(app, "recordViewable")).isFalse();
                continue;
            }
            Map<Long, Permitted> permitted = (Map<Long, Permitted>) answer;
            Access access = scene.engine.records.apps().access(scene.actor, scene.engine.app(app));
            for (Rec record : records) {
                assertThat(permitted.containsKey(record.id))
                        .as("sees %s", record)
                        .isEqualTo(scene.seen(record).isPresent());
                if (permitted.containsKey(record.id)) {
                    check(scene, record, permitted.get(record.id), access);
                }
            }
        }
    }

    private static void check(Scene scene, Rec record, Permitted permitted, Access access) {
        assertThat(permitted.editable())
                .as("edits %s", record)
                .isEqualTo(scene.rules().edits(scene.person, scene.app(record.app), record));
        assertThat(permitted.deletable())
                .as("deletes %s", record)
                .isEqualTo(scene.rules().deletes(scene.person, scene.app(record.app), record));
        for (String field : Forms.restrictable(record.app)) {
            FieldCode code = new FieldCode(field);
            assertThat(access.narrowed(permitted.varying()).of(code).name())
                    .as("%s of %s", field, record)
                    .isEqualTo(scene.rules().level(scene.person, scene.app(record.app), record.whole(), field));
        }
    }
}
