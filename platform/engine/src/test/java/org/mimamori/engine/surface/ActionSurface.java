package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.Actions;
import org.mimamori.engine.surface.Plain.Rec;

/** The button on a home with more than two, which opens the form of a visit with what the person may take over. */
final class ActionSurface implements Surface {

    @Override
    public void check(Scene scene) {
        for (Rec home : scene.sample()) {
            if (home.app.equals(Forms.HOME)) {
                offered(scene, home);
                started(scene, home);
            }
        }
    }

    private static boolean offers(Scene scene, Rec home) {
        return scene.may(Forms.VISIT, "recordAddable")
                && scene.seen(home)
                        .filter(seen -> seen.get("amount") instanceof Integer amount && amount > 2)
                        .isPresent();
    }

    private static void offered(Scene scene, Rec home) {
        Object answer =
                scene.answer(() -> scene.engine.records.actions().offered(scene.actor, scene.id(Forms.HOME), home.id));
        if (answer instanceof List<?> offers) {
            assertThat(scene.seen(home)).as("sees %s", home).isPresent();
            assertThat(offers).as("offered on %s", home).hasSize(offers(scene, home) ? 1 : 0);
        } else {
            assertThat(answer).isEqualTo(GetSurface.refusal(scene, home));
        }
    }

    @SuppressWarnings("unchecked")
    private static void started(Scene scene, Rec home) {
        Actions actions = scene.engine.records.actions();
        long action = scene.engine.app(Forms.HOME).actions().getFirst().id();
        Object answer =
                scene.answer(() -> actions.start(scene.actor, scene.id(Forms.HOME), home.id, action, "address"));
        if (!(answer instanceof Map<?, ?>)) {
            String refusal = GetSurface.refusal(scene, home);
            assertThat(answer).isEqualTo(refusal.equals("seen") ? "RecordNotFound" : refusal);
            assertThat(offers(scene, home)).as("offered on %s", home).isFalse();
            return;
        }
        assertThat(offers(scene, home)).as("offered on %s", home).isTrue();
        Map<String, Object> expected = new HashMap<>();
        Map<String, Object> seen = scene.seen(home).orElseThrow();
        take(scene, seen, "secret", "title", expected);
        take(scene, seen, "kind", "kind", expected);
        Map<String, Object> started = new HashMap<>();
        ((Map<FieldCode, Value>) answer).forEach((code, value) -> started.put(code.text(), Installation.plain(value)));
        assertThat(started).as("started from %s", home).isEqualTo(expected);
    }

    private static void take(Scene scene, Map<String, Object> seen, String from, String to, Map<String, Object> into) {
        if (seen.containsKey(from) && scene.rules().alwaysWrites(scene.person, scene.app(Forms.VISIT), to)) {
            into.put(to, seen.get(from));
        }
    }
}
