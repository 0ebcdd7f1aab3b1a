package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.surface.Plain.Rec;

/** One record. */
final class GetSurface implements Surface {

    @Override
    public void check(Scene scene) {
        for (Rec record : scene.sample()) {
            Object answer = scene.answer(
                    () -> scene.engine.records.service().get(scene.actor, scene.id(record.app), record.id));
            if (answer instanceof AppRecord got) {
                assertThat(scene.seen(record).map(Scene::values))
                        .as("record %s", record)
                        .contains(Scene.plain(got));
            } else {
                assertThat(answer).as("record %s", record).isEqualTo(refusal(scene, record));
            }
        }
    }

    /** What is said of a record one may not see. */
    static String refusal(Scene scene, Rec record) {
        if (scene.seen(record).isPresent()) {
            return "seen";
        }
        if (!scene.knows(record.app)) {
            return "AppNotFound";
        }
        return scene.may(record.app, "recordViewable") ? "RecordNotFound" : "Forbidden VIEW";
    }
}
