package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordPage;
import org.mimamori.engine.surface.Plain.Ask;
import org.mimamori.engine.surface.Plain.Rec;
import org.mimamori.engine.surface.Scene.Order;

/** The visits listed under a home, through the person's rights to both apps. */
final class RelatedSurface implements Surface {

    @Override
    public void check(Scene scene) {
        for (Rec home :
                scene.sample().stream().filter(r -> r.app.equals(Forms.HOME)).toList()) {
            Object answer = scene.answer(() -> scene.engine
                    .records
                    .service()
                    .related(scene.actor, scene.id(Forms.HOME), home.id, new FieldCode("visits"), 0));
            if (answer instanceof RecordPage page) {
                check(scene, home, page);
            } else {
                assertThat(answer).isEqualTo(refusal(scene, home));
            }
        }
    }

    private static String refusal(Scene scene, Rec home) {
        if (!scene.knows(Forms.HOME)) {
            return "AppNotFound";
        }
        return scene.seen(home).isEmpty() ? "RecordNotFound" : shows(scene, home) ? "shown" : "BadParameter";
    }

    private static boolean shows(Scene scene, Rec home) {
        return !scene.rules()
                .level(scene.person, scene.app(Forms.HOME), home.whole(), "visits")
                .equals("NONE");
    }

    private static void check(Scene scene, Rec home, RecordPage page) {
        assertThat(refusal(scene, home)).as("related to %s", home).isEqualTo("shown");
        Object key = scene.seen(home).orElseThrow().get("title");
        Ask same = new Ask("", Set.of(), (person, visit) -> key != null && key.equals(visit.get("child")));
        List<Order> orders = scene.exists(Forms.VISIT, "amount") ? List.of(new Order("amount", true)) : List.of();
        Map<Rec, Map<String, Object>> expected = scene.list(Forms.VISIT, same, orders);
        assertThat(page.records())
                .extracting(AppRecord::id)
                .as("related to %s", home)
                .containsExactlyElementsOf(
                        expected.keySet().stream().map(visit -> visit.id).toList());
        assertThat(page.total()).isEqualTo(expected.size());
        assertThat(page.records().stream().map(Scene::plain).toList())
                .isEqualTo(expected.values().stream().map(Scene::values).toList());
    }
}
