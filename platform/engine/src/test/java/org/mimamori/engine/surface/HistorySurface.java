package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.surface.Plain.Entry;
import org.mimamori.engine.surface.Plain.Rec;

/** What was done to a record, as far as the person may see the fields it was done to. */
final class HistorySurface implements Surface {

    @Override
    @SuppressWarnings("unchecked")
    public void check(Scene scene) {
        for (Rec record : scene.sample()) {
            Object answer = scene.answer(() -> scene.engine
                    .records
                    .history()
                    .of(scene.actor, scene.id(record.app), record.id, 100, Long.MAX_VALUE));
            if (answer instanceof List<?> changes) {
                assertThat(scene.seen(record)).as("sees %s", record).isPresent();
                assertThat(plain((List<Change>) changes))
                        .as("history of %s", record)
                        .isEqualTo(expected(scene, record));
            } else {
                assertThat(answer).isEqualTo(GetSurface.refusal(scene, record));
            }
        }
    }

    private static List<Entry> plain(List<Change> changes) {
        List<Entry> entries = new ArrayList<>();
        for (Change change : changes.reversed()) {
            switch (change.what()) {
                case Change.What.Created(var diffs) -> entries.add(new Entry("Created", codes(diffs)));
                case Change.What.Updated(var diffs) -> entries.add(new Entry("Updated", codes(diffs)));
                case Change.What.StatusChanged(var action, var diffs) ->
                    entries.add(new Entry("StatusChanged", codes(diffs)));
                default -> {}
            }
        }
        return entries;
    }

    private static Set<String> codes(List<Change.Diff> diffs) {
        return diffs.stream().map(diff -> diff.field().text()).collect(Collectors.toSet());
    }

    private static List<Entry> expected(Scene scene, Rec record) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : record.log) {
            Set<String> fields = new HashSet<>(entry.fields());
            fields.removeIf(field -> scene.rules()
                    .level(scene.person, scene.app(record.app), record.whole(), field)
                    .equals("NONE"));
            // The name of an action tells of the status.
            String kind =
                    entry.kind().equals("StatusChanged") && !fields.contains(Forms.STATUS) ? "Updated" : entry.kind();
            if (!fields.isEmpty() || kind.equals("Created")) {
                entries.add(new Entry(kind, fields));
            }
        }
        return entries;
    }
}
