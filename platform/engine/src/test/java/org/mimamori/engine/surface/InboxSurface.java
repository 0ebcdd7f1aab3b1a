package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.Inbox.Shown;
import org.mimamori.engine.surface.Plain.Rec;

/** What the person was told: of records it could see then and can see now, by names made of what it may see. */
final class InboxSurface implements Surface {

    @Override
    @SuppressWarnings("unchecked")
    public void check(Scene scene) {
        List<Shown> shown =
                (List<Shown>) scene.answer(() -> scene.engine.inbox.of(scene.actor, Inbox.Which.ALL, 0, 1000));
        List<String> expected = scene.records.stream()
                .filter(record -> scene.seen(record).isPresent())
                .flatMap(record -> record.comments.stream())
                .filter(scene::wasTold)
                .toList();
        assertThat(shown).extracting(Shown::text).containsExactlyInAnyOrderElementsOf(expected);
        for (Shown one : shown) {
            Rec record = scene.records.stream()
                    .filter(r -> r.comments.contains(one.text()))
                    .collect(Collectors.toList())
                    .getFirst();
            String title = List.of("title", "secret", "amount", "kind").stream()
                    .filter(field -> scene.seen(record).orElseThrow().containsKey(field))
                    .findFirst()
                    .map(field -> scene.seen(record).orElseThrow().get(field).toString())
                    .orElse("");
            if (!title.isEmpty()) {
                assertThat(one.recordTitle()).as("title of %s", record).isEqualTo(title);
            }
        }
        assertThat(scene.engine.inbox.unread(scene.actor)).isEqualTo(Math.min(expected.size(), 100));
    }
}
