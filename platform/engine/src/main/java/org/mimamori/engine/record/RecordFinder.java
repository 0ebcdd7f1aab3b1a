package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.record.RecordService.Permitted;

/** The read path: parse, resolve, guard, run, mask. docs/architecture.md tells it step by step. */
final class RecordFinder {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");

    private final RecordStore store;

    RecordFinder(RecordStore store) {
        this.store = store;
    }

    RecordPage find(Opened opened, RecordQuery query) {
        opened.require(Right.VIEW);
        ResolvedQuery asked =
                opened.asked().resolve(query.query(), query.limits()).and(search(opened, query.search()));
        ResolvedQuery resolved = opened.veil().over(asked).and(opened.access().visible());
        Set<FieldCode> shown = shown(opened, query.fields());
        List<AppRecord> records = resolved.limit() == 0
                ? List.of()
                : store.find(opened.app(), resolved, opened.needed(shown)).stream()
                        .map(record -> opened.mask(record, shown))
                        .toList();
        return new RecordPage(records, query.count() ? store.count(opened.app(), resolved.filter()) : null);
    }

    AppRecord get(Opened opened, long id) {
        opened.require(Right.VIEW);
        return opened.mask(load(opened, id), opened.readableFields());
    }

    /** The whole record, if the actor may see it. */
    AppRecord load(Opened opened, long id) {
        return store.find(opened.app(), id, opened.access().visible())
                .orElseThrow(() -> new Problem.RecordNotFound(Long.toString(id)).asException());
    }

    Map<Long, Permitted> permitted(Opened opened, List<Long> ids) {
        opened.require(Right.VIEW);
        Map<Long, Permitted> result = new LinkedHashMap<>();
        for (AppRecord record : store.findAll(opened.app(), ids, opened.access().visible())) {
            result.put(
                    record.id(),
                    new Permitted(
                            opened.holds(opened.access().editable(), record),
                            opened.holds(opened.access().deletable(), record),
                            opened.access().varying(code -> record.value(opened.app(), code))));
        }
        return result;
    }

    private static Set<FieldCode> shown(Opened opened, @Nullable List<FieldCode> wanted) {
        Set<FieldCode> shown = new HashSet<>(opened.readableFields());
        if (wanted != null) {
            shown.retainAll(wanted);
        }
        return shown;
    }

    private static Filter search(Opened opened, String text) {
        List<String> words = new ArrayList<>(List.of(SPACES.split(text.strip())));
        words.removeIf(String::isBlank);
        return words.isEmpty() ? Filter.EVERYTHING : new Filter.Search(words, opened.searchable());
    }
}
