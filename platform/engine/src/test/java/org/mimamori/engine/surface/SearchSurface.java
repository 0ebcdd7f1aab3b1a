package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordPage;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.surface.Plain.Rec;

/** The quick search of a list: all words, each in some text the person may see. */
final class SearchSurface implements Surface {

    @Override
    public void check(Scene scene) {
        for (String app : List.of(Forms.HOME, Forms.VISIT)) {
            if (scene.may(app, "recordViewable")) {
                List<Rec> records = scene.of(app);
                Rec record = scene.dice.one(records);
                String field = scene.dice.one(List.of("title", "secret", "rows", "paper", "child", "copied"));
                String word = scene.dice.text(scene.dice.oneIn(2) ? List.of(record) : records, field);
                check(scene, app, List.of(word));
                check(scene, app, List.of(word, scene.dice.text(List.of(record), "title")));
            }
        }
    }

    private static void check(Scene scene, String app, List<String> words) {
        words.forEach(scene::know);
        RecordQuery query = new RecordQuery(Query.parse(""), String.join(" ", words), null, true, QueryLimits.API);
        RecordPage page =
                (RecordPage) scene.answer(() -> scene.engine.records.service().find(scene.actor, scene.id(app), query));
        List<Long> expected = scene.of(app).stream()
                .filter(record -> scene.seen(record)
                        .filter(seen -> words.stream().allMatch(word -> finds(seen, word)))
                        .isPresent())
                .map(record -> record.id)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        assertThat(page.records())
                .extracting(AppRecord::id)
                .as("search for %s", words)
                .containsExactlyElementsOf(expected);
        assertThat(page.total()).isEqualTo(expected.size());
    }

    private static boolean finds(Map<String, Object> seen, String word) {
        return seen.entrySet().stream()
                .filter(entry -> Forms.TEXTS.contains(entry.getKey()))
                .anyMatch(entry -> Objects.toString(entry.getValue()).contains(word));
    }
}
