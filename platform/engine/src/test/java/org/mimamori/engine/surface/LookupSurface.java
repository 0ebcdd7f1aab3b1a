package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.Preview;
import org.mimamori.engine.record.RecordPage;
import org.mimamori.engine.record.Submission;
import org.mimamori.engine.surface.Plain.Ask;
import org.mimamori.engine.surface.Plain.Rec;
import org.mimamori.engine.surface.Scene.Order;

/** The lookup from a visit into the homes: what its picker offers, and what it copies. */
final class LookupSurface implements Surface {

    private static final FieldCode CHILD = new FieldCode("child");

    @Override
    public void check(Scene scene) {
        Rec home = scene.dice.one(scene.of(Forms.HOME));
        picker(scene, "");
        picker(scene, scene.dice.text(List.of(home), scene.dice.one(List.of("title", "secret", "paper"))));
        copy(scene, home);
    }

    private static void picker(Scene scene, String typed) {
        scene.know(typed);
        Object answer = scene.answer(() -> scene.engine
                .records
                .service()
                .lookupCandidates(scene.actor, scene.id(Forms.VISIT), CHILD, typed, QueryLimits.API, 0));
        if (!(answer instanceof RecordPage page)) {
            assertThat(answer).isEqualTo(scene.knows(Forms.VISIT) ? "BadParameter" : "AppNotFound");
            assertThat(scene.knows(Forms.VISIT) && scene.exists(Forms.VISIT, "child"))
                    .isFalse();
            return;
        }
        Ask found = new Ask(
                "",
                Set.of(),
                (person, home) -> typed.isEmpty()
                        || Stream.of("title", "secret", "kind")
                                .anyMatch(field ->
                                        Objects.toString(home.get(field), "").contains(typed)));
        List<Order> orders = scene.exists(Forms.HOME, "amount") ? List.of(new Order("amount", false)) : List.of();
        Map<Rec, Map<String, Object>> expected = scene.list(Forms.HOME, found, orders);
        assertThat(page.records())
                .extracting(AppRecord::id)
                .as("picker for '%s'", typed)
                .containsExactlyElementsOf(
                        expected.keySet().stream().map(home -> home.id).toList());
        assertThat(page.total()).isEqualTo(expected.size());
        assertThat(page.records().stream().map(Scene::plain).toList())
                .isEqualTo(expected.values().stream().map(Scene::values).toList());
    }

    /** A new visit for a home: only what the person may see of the home is copied into it. */
    private static void copy(Scene scene, Rec home) {
        if (!scene.may(Forms.VISIT, "recordAddable")) {
            return;
        }
        String title = home.values.get("title").toString();
        scene.know(title);
        Map<String, Object> fresh = Map.of(Forms.CREATOR, List.of("USER:" + scene.person.code()));
        String level = scene.rules().level(scene.person, scene.app(Forms.VISIT), fresh, "child");
        Object answer = scene.answer(() -> scene.engine
                .records
                .service()
                .preview(scene.actor, scene.id(Forms.VISIT), null, Submission.of(Map.of(CHILD, Value.text(title)))));
        if (!(answer instanceof Preview preview)) {
            assertThat(answer).isEqualTo("FieldForbidden");
            assertThat(level).isEqualTo("READ");
            return;
        }
        assertThat(level).isNotEqualTo("READ");
        boolean finds = level.equals("WRITE")
                && scene.seen(home).filter(seen -> seen.containsKey("title")).isPresent();
        Map<String, Object> whole = new HashMap<>(fresh);
        whole.put(Forms.STATUS, "open");
        if (level.equals("WRITE")) {
            whole.put("child", title);
        }
        if (finds && scene.seen(home).orElseThrow().containsKey("secret")) {
            whole.put("copied", scene.seen(home).orElseThrow().get("secret"));
        }
        Map<String, Object> expected = new HashMap<>();
        whole.forEach((field, value) -> {
            if (!scene.rules()
                    .level(scene.person, scene.app(Forms.VISIT), fresh, field)
                    .equals("NONE")) {
                expected.put(field, value);
            }
        });
        Map<String, Object> shown = new HashMap<>();
        preview.values().forEach((code, value) -> shown.put(code.text(), Installation.plain(value)));
        assertThat(shown).as("copied from %s", home).isEqualTo(Scene.values(expected));
        assertThat(preview.problems().stream().map(FieldProblem::key).toList().contains("lookup.missed"))
                .as("missed %s", home)
                .isEqualTo(level.equals("WRITE") && !finds);
    }
}
