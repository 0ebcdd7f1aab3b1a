package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimamori.engine.app.FormFields;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.FieldAccess;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;

/**
 * Makes a query see a record as its reader does: in a record in which the reader may not see a field, the field counts
 * as empty, in conditions, in the order and in the search. So no answer depends on what the reader may not see, and the
 * store still does all the selecting.
 */
final class Veil {

    private final FormFields fields;
    private final Access access;

    Veil(FormFields fields, Access access) {
        this.fields = fields;
        this.access = access;
    }

    ResolvedQuery over(ResolvedQuery query) {
        return access.varies()
                ? new ResolvedQuery(
                        over(query.filter()),
                        query.sort().stream().map(this::over).toList(),
                        query.limit(),
                        query.offset())
                : query;
    }

    SortKey over(SortKey key) {
        return key.onlyIn(of(key.field()).readable());
    }

    Filter over(Filter filter) {
        return access.varies() ? lay(filter) : filter;
    }

    private Filter lay(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> of) ->
                Filter.all(of.stream().map(this::lay).toList());
            case Filter.Any(List<Filter> of) ->
                Filter.any(of.stream().map(this::lay).toList());
            case Filter.Not(Filter of) -> Filter.not(lay(of));
            case Filter.Equal test -> lay(test.field(), test);
            case Filter.In test -> lay(test.field(), test);
            case Filter.Between test -> lay(test.field(), test);
            case Filter.Contains test -> lay(test.field(), test);
            case Filter.Empty test -> lay(test.field(), test);
            case Filter.AnyRow test -> lay(test.table(), test);
            case Filter.EveryRow test -> lay(test.table(), test);
            case Filter.Search search -> lay(search);
        };
    }

    /** The test where the field may be seen, its answer for an empty value elsewhere. */
    private Filter lay(FieldCode code, Filter test) {
        FieldAccess field = of(code);
        if (!field.varies()) {
            return test;
        }
        Filter shown = field.readable();
        return FilterTest.holds(test, any -> Value.BLANK)
                ? Filter.any(List.of(Filter.not(shown), test))
                : shown.and(test);
    }

    /** Each word in a field that is always shown, or in one that is shown in that record. */
    private Filter lay(Filter.Search search) {
        List<FieldCode> always = new ArrayList<>();
        Set<FieldCode> sometimes = new HashSet<>();
        for (FieldCode code : search.in()) {
            if (of(code).varies()) {
                sometimes.add(top(code));
            } else {
                always.add(code);
            }
        }
        if (sometimes.isEmpty()) {
            return search;
        }
        return Filter.all(search.words().stream()
                .map(word -> found(word, search.in(), always, sometimes))
                .toList());
    }

    private Filter found(String word, List<FieldCode> in, List<FieldCode> always, Set<FieldCode> sometimes) {
        List<Filter> ways = new ArrayList<>();
        ways.add(new Filter.Search(List.of(word), always));
        sometimes.stream().sorted().forEach(code -> {
            List<FieldCode> inside =
                    in.stream().filter(inner -> top(inner).equals(code)).toList();
            ways.add(of(code).readable().and(new Filter.Search(List.of(word), inside)));
        });
        return Filter.any(ways);
    }

    private FieldAccess of(FieldCode code) {
        return access.field(top(code));
    }

    private FieldCode top(FieldCode code) {
        return fields.tableOf(code).orElse(code);
    }
}
