package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mimamori.engine.record.ProcessService;
import org.mimamori.engine.record.ProcessService.Standing;
import org.mimamori.engine.record.ProcessService.Way;
import org.mimamori.engine.surface.Plain.App;
import org.mimamori.engine.surface.Plain.Move;
import org.mimamori.engine.surface.Plain.Rec;

/** Where a record stands, who is to act, and the buttons the person has for it. */
final class ProcessSurface implements Surface {

    private static final long NEVER = 999_999;

    @Override
    public void check(Scene scene) {
        for (Rec record : scene.sample()) {
            if (record.app.equals(Forms.VISIT)) {
                standing(scene, record);
                assign(scene, record);
            }
        }
    }

    private static void standing(Scene scene, Rec record) {
        Object answer = scene.answer(() -> process(scene).standing(scene.actor, scene.id(record.app), record.id));
        if (!(answer instanceof Optional<?> standing)) {
            assertThat(answer).as("standing of %s", record).isEqualTo(GetSurface.refusal(scene, record));
            return;
        }
        assertThat(scene.seen(record)).as("sees %s", record).isPresent();
        assertThat(standing.isPresent()).as("status of %s", record).isEqualTo(scene.shows(record, Forms.STATUS));
        standing.ifPresent(shown -> check(scene, record, (Standing) shown));
    }

    private static void check(Scene scene, Rec record, Standing standing) {
        App app = scene.app(record.app);
        boolean people = scene.shows(record, Forms.ASSIGNEE);
        Object assignees = people ? record.values.getOrDefault(Forms.ASSIGNEE, List.of()) : List.of();
        List<String> moves = scene.rules().open(scene.person, record).stream()
                .filter(move -> scene.rules().takes(scene.person, app, record, move))
                .map(Move::name)
                .toList();
        assertThat(standing.status()).isEqualTo(record.values.get(Forms.STATUS));
        assertThat(standing.assignees().stream()
                        .map(ref -> "USER:" + ref.code())
                        .sorted()
                        .toList())
                .as("assignees of %s", record)
                .isEqualTo(assignees);
        assertThat(standing.acted()).isEmpty();
        assertThat(standing.ways())
                .as("buttons of %s", record)
                .extracting(Way::action)
                .containsExactlyElementsOf(moves);
        assertThat(standing.assignable()).isEqualTo(people && scene.may(record.app, "appEditable"));
    }

    /** With a revision that no record has, so that nothing is ever written. */
    private static void assign(Scene scene, Rec record) {
        Object answer = scene.answer(
                () -> process(scene).assign(scene.actor, scene.id(record.app), record.id, List.of("u1"), NEVER));
        assertThat(answer).as("assignment of %s", record).isEqualTo(assignment(scene, record));
    }

    private static String assignment(Scene scene, Rec record) {
        String seen = GetSurface.refusal(scene, record);
        if (!Objects.equals(seen, "seen") && !seen.equals("RecordNotFound")) {
            return seen;
        }
        if (!scene.exists(record.app, Forms.STATUS)) {
            return "Forbidden VIEW";
        }
        if (!scene.may(record.app, "appEditable")) {
            return "Forbidden MANAGE";
        }
        if (!seen.equals("seen")) {
            return seen;
        }
        return scene.shows(record, Forms.STATUS) ? "Conflict" : "Forbidden VIEW";
    }

    private static ProcessService process(Scene scene) {
        return scene.engine.records.process();
    }
}
