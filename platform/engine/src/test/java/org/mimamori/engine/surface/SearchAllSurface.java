package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.record.Search;
import org.mimamori.engine.surface.Plain.Rec;

/** The search over all apps: words, words that must not be there, and who made the record, as the person sees them. */
final class SearchAllSurface implements Surface {

    @Override
    @SuppressWarnings("unchecked")
    public void check(Scene scene) {
        String word = word(scene);
        List<String> none = scene.dice.oneIn(3) ? List.of(word(scene)) : List.of();
        List<String> creators = scene.dice.oneIn(3) ? List.of(scene.dice.one(Dice.USERS)) : List.of();
        scene.know(word + none);
        Search.Wanted wanted = new Search.Wanted(
                List.of(word),
                List.of(),
                none,
                null,
                Set.of(),
                null,
                null,
                creators.stream().map(EntityRef::user).toList(),
                false,
                null);
        List<Search.Hit> hits =
                (List<Search.Hit>) scene.answer(() -> scene.engine.search.find(scene.actor, wanted, 1000));
        Map<String, Map<String, Object>> found = new HashMap<>();
        hits.forEach(hit -> found.put(hit.app().code() + hit.record().id(), Scene.plain(hit.record())));
        Map<String, Map<String, Object>> expected = new HashMap<>();
        for (Rec record : scene.records) {
            scene.seen(record)
                    .filter(seen -> finds(seen, word) && none.stream().noneMatch(not -> finds(seen, not)))
                    .filter(seen -> creators.isEmpty()
                            || seen.get(Forms.CREATOR) instanceof List<?> made
                                    && made.contains("USER:" + creators.getFirst()))
                    .ifPresent(seen -> expected.put(record.app + record.id, Scene.values(seen)));
        }
        assertThat(found)
                .as("search for %s without %s by %s", word, none, creators)
                .isEqualTo(expected);
    }

    private static String word(Scene scene) {
        List<Rec> records = scene.dice.oneIn(2) ? List.of(scene.dice.one(scene.records)) : scene.records;
        return scene.dice.text(records, scene.dice.one(List.of("title", "secret", "rows", "paper", "child", "copied")));
    }

    private static boolean finds(Map<String, Object> seen, String word) {
        return seen.entrySet().stream()
                .filter(entry -> Forms.TEXTS.contains(entry.getKey()))
                .anyMatch(entry -> Objects.toString(entry.getValue()).contains(word));
    }
}
