package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.Inbox.Shown;
import org.mimamori.engine.surface.Plain.Rec;
import org.mimamori.engine.surface.Plain.Told;

/**
 * What the person was told, by people, by the apps' settings and by time: of records and fields it could see then and
 * can see now, by names made of what it may see.
 */
final class InboxSurface implements Surface {

    @Override
    @SuppressWarnings("unchecked")
    public void check(Scene scene) {
        List<Shown> shown =
                (List<Shown>) scene.answer(() -> scene.engine.inbox.of(scene.actor, Inbox.Which.ALL, 0, 1000));
        List<String> expected = scene.round().told().stream()
                .filter(told -> told.people().contains(scene.person.code()) && mayKnow(scene, told))
                .map(told -> told.kind() + " " + told.record().app + told.record().id + " " + told.text())
                .toList();
        assertThat(shown)
                .extracting(one -> one.notice().kind() + " " + place(one) + " " + one.text())
                .containsExactlyInAnyOrderElementsOf(expected);
        for (Shown one : shown) {
            Rec record = scene.records.stream()
                    .filter(rec -> place(one).equals(rec.app + rec.id))
                    .toList()
                    .getFirst();
            Map<String, Object> seen = scene.seen(record).orElseThrow();
            List.of("title", "secret", "amount", "kind").stream()
                    .filter(seen::containsKey)
                    .findFirst()
                    .ifPresent(field -> assertThat(one.recordTitle())
                            .as("title of %s", record)
                            .isEqualTo(seen.get(field).toString()));
        }
        assertThat(scene.engine.inbox.unread(scene.actor)).isEqualTo(Math.min(expected.size(), 100));
    }

    private static boolean mayKnow(Scene scene, Told told) {
        Rec record = told.record();
        return scene.rules().mayBeTold(scene.person, scene.app(record.app), record, told.kind(), told.fields());
    }

    private static String place(Shown one) {
        return one.appName() + one.notice().record();
    }
}
