package org.mimamori.engine.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;

/**
 * Search through the actor's rights: one query per app, in which the words and the rights are one condition. Pages go
 * on after the last hit, so a deep page costs no more than the first.
 */
public final class GuardedSearch implements Search {

    private final GuardedApps apps;
    private final RecordStore store;

    public GuardedSearch(GuardedApps apps, RecordStore store) {
        this.apps = apps;
        this.store = store;
    }

    @Override
    public List<Hit> find(Actor actor, Wanted wanted, int limit) {
        if (wanted.all().isEmpty() && wanted.any().isEmpty()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (AppDefinition app : apps.all(actor)) {
            Set<Long> only = wanted.apps();
            boolean within = (only == null || only.contains(app.id().value()))
                    && !wanted.notApps().contains(app.id().value());
            Opened opened = apps.open(actor, app);
            if (within && opened.access().may(Right.VIEW)) {
                hits.addAll(find(opened, wanted, limit));
            }
        }
        return hits.stream().sorted(order(wanted.oldestFirst())).limit(limit).toList();
    }

    private List<Hit> find(Opened opened, Wanted wanted, int limit) {
        List<FieldCode> searchable = opened.searchable();
        FieldCode created = own(opened, SystemValue.CREATED_TIME);
        Filter filter = Filter.all(List.of(
                opened.access().visible(),
                opened.veil().over(Filter.all(List.of(words(wanted, searchable), made(opened, wanted)))),
                wanted.after() == null ? Filter.EVERYTHING : after(opened, wanted.after(), wanted.oldestFirst())));
        if (filter.equals(Filter.NOTHING)) {
            return List.of();
        }
        ResolvedQuery query = new ResolvedQuery(filter, List.of(new SortKey(created, wanted.oldestFirst())), limit, 0);
        Set<FieldCode> shown = opened.readableFields();
        return store.find(opened.app(), query, opened.needed(shown)).stream()
                .map(record -> hit(opened, opened.mask(record, shown), wanted))
                .toList();
    }

    private static FieldCode own(Opened opened, SystemValue value) {
        return opened.app().fields().system(value).code();
    }

    private static Filter words(Wanted wanted, List<FieldCode> searchable) {
        List<Filter> parts = new ArrayList<>();
        if (!wanted.all().isEmpty()) {
            parts.add(new Filter.Search(wanted.all(), searchable));
        }
        for (List<String> choice : wanted.any()) {
            parts.add(Filter.any(choice.stream()
                    .<Filter>map(word -> new Filter.Search(List.of(word), searchable))
                    .toList()));
        }
        for (String word : wanted.none()) {
            parts.add(Filter.not(new Filter.Search(List.of(word), searchable)));
        }
        return Filter.all(parts);
    }

    /** Who may not see when or by whom records were made finds none by it. */
    private static Filter made(Opened opened, Wanted wanted) {
        FieldCode created = own(opened, SystemValue.CREATED_TIME);
        FieldCode creator = own(opened, SystemValue.CREATOR);
        List<Filter> parts = new ArrayList<>();
        if (wanted.from() != null || wanted.until() != null) {
            parts.add(
                    opened.readable(created)
                            ? between(created, wanted.from(), true, wanted.until(), true)
                            : Filter.NOTHING);
        }
        if (!wanted.creators().isEmpty()) {
            parts.add(
                    opened.readable(creator)
                            ? new Filter.In(
                                    creator,
                                    wanted.creators().stream()
                                            .<Value>map(Value.Entity::new)
                                            .toList())
                            : Filter.NOTHING);
        }
        return Filter.all(parts);
    }

    /** What comes after a mark: by time, then by app, then the newer record first. */
    private static Filter after(Opened opened, Mark mark, boolean oldestFirst) {
        FieldCode created = own(opened, SystemValue.CREATED_TIME);
        Instant at = mark.createdAt();
        Filter beyond =
                oldestFirst ? between(created, at, false, null, false) : between(created, null, false, at, false);
        int order = Long.compare(opened.app().id().value(), mark.app().value());
        if (order < 0) {
            return beyond;
        }
        Filter same = between(created, at, true, at, true);
        Filter older = new Filter.Between(
                FieldCode.ID, null, false, new Value.Decimal(java.math.BigDecimal.valueOf(mark.record())), false);
        return Filter.any(List.of(beyond, order == 0 ? same.and(older) : same));
    }

    private static Filter between(
            FieldCode field, @Nullable Instant from, boolean withFrom, @Nullable Instant to, boolean withTo) {
        return new Filter.Between(
                field,
                from == null ? null : new Value.Moment(from),
                withFrom,
                to == null ? null : new Value.Moment(to),
                withTo);
    }

    private static Comparator<Hit> order(boolean oldestFirst) {
        Comparator<Hit> time = Comparator.comparing(hit -> hit.record().createdAt());
        return (oldestFirst ? time : time.reversed())
                .thenComparing(hit -> hit.record().app().value())
                .thenComparing(hit -> -hit.record().id());
    }

    private static Hit hit(Opened opened, AppRecord record, Wanted wanted) {
        List<String> words = Stream.concat(
                        wanted.all().stream(), wanted.any().stream().flatMap(List::stream))
                .toList();
        Snippets snippets = new Snippets(words);
        List<Match> matched = new ArrayList<>();
        Set<FieldCode> seen = new HashSet<>();
        for (Field field : opened.app().fields().top()) {
            if (opened.readable(field.code()) && field.systemValue().isEmpty() && seen.add(field.code())) {
                Optional<String> around = snippets.of(field.plainText(record.value(field)));
                around.ifPresent(text -> matched.add(new Match(field, text)));
            }
        }
        boolean own = Stream.of(own(opened, SystemValue.CREATED_TIME), own(opened, SystemValue.CREATOR))
                .allMatch(code -> opened.readable(code) && !record.hides(code));
        return new Hit(opened.app(), record, RecordTitle.of(opened.app(), opened.access(), record), matched, own);
    }
}
