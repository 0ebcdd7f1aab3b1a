package org.mimamori.engine.record;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;

/** Looks for words in the records of all apps an actor may see. What the actor may not see is looked at nowhere. */
public interface Search {

    /** Records by the time at which they were made; one page. */
    List<Hit> find(Actor actor, Wanted wanted, int limit);

    /**
     * What is looked for. A record is found when it was made within the bounds by one of the creators, holds all words
     * of {@code all}, one of each list of {@code any}, and none of {@code none}.
     *
     * @param apps numbers of the apps to look in; null for all
     * @param from earliest time of making; null for no bound
     * @param until latest time of making; null for no bound
     * @param creators empty for anybody
     * @param oldestFirst whether the first made come first
     * @param after the last hit of the page before; null for the first page
     */
    record Wanted(
            List<String> all,
            List<List<String>> any,
            List<String> none,
            @Nullable Set<Long> apps,
            Set<Long> notApps,
            @Nullable Instant from,
            @Nullable Instant until,
            List<EntityRef> creators,
            boolean oldestFirst,
            @Nullable Mark after) {

        public Wanted {
            all = List.copyOf(all);
            any = List.copyOf(any);
            none = List.copyOf(none);
            apps = apps == null ? null : Set.copyOf(apps);
            notApps = Set.copyOf(notApps);
            creators = List.copyOf(creators);
        }
    }

    /** Where a hit stands in the order of all hits. */
    record Mark(Instant createdAt, AppId app, long record) {}

    /**
     * A record that was found, without what the actor may not see.
     *
     * @param title what names the record
     * @param matched fields in which one of the words was found
     * @param ownDataShown whether the actor may see who made the record and when
     */
    record Hit(AppDefinition app, AppRecord record, String title, List<Match> matched, boolean ownDataShown) {

        public Hit {
            matched = List.copyOf(matched);
        }

        public Mark mark() {
            return new Mark(record.createdAt(), record.app(), record.id());
        }
    }

    /** A field in which a word was found, and the text around it. */
    record Match(Field field, String snippet) {}
}
