package org.mimamori.embedded.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.store.IndexView;
import org.mimamori.embedded.store.TableView;

/** The ways in which a record can meet a filter with an "or" in it: each may have an index of its own. */
final class Alternatives {

    private static final int MOST = 10;

    private final List<Filter> filters;

    private Alternatives(List<Filter> filters) {
        this.filters = filters;
    }

    /** One filter for each branch of the first "or"; empty if there is none worth it. */
    static Alternatives of(Filter filter) {
        List<Filter> parts = new ArrayList<>();
        flatten(filter, parts);
        Filter.Or or = parts.stream()
                .filter(Filter.Or.class::isInstance)
                .map(Filter.Or.class::cast)
                .findFirst()
                .orElse(null);
        if (or == null || or.parts().size() < 2 || or.parts().size() > MOST) {
            return new Alternatives(List.of());
        }
        parts.remove(or);
        return new Alternatives(
                or.parts().stream().map(branch -> joined(parts, branch)).toList());
    }

    private static void flatten(Filter filter, List<Filter> into) {
        if (filter instanceof Filter.And and) {
            and.parts().forEach(part -> flatten(part, into));
        } else {
            into.add(filter);
        }
    }

    private static Filter joined(List<Filter> parts, Filter branch) {
        List<Filter> all = new ArrayList<>(parts);
        flatten(branch, all);
        return new Filter.And(List.copyOf(all));
    }

    List<Filter> filters() {
        return filters;
    }

    /** Whether no record can meet two of them, because they differ about a field that never holds a list. */
    boolean exclude(TableView table) {
        List<Constraints> all = filters.stream().map(Constraints::of).toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (!differ(table, all.get(i), all.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean differ(TableView table, Constraints one, Constraints other) {
        return table.indexes().stream()
                .anyMatch(index -> singles(index).stream()
                        .anyMatch(
                                path -> differ(one.on(path), other.on(path)) || differ(other.on(path), one.on(path))));
    }

    /** The fields of an index that covers the whole collection, which have never held a list. */
    private static List<String> singles(IndexView index) {
        List<String> paths = new ArrayList<>();
        for (int i = 0;
                i < index.definition().parts().size() && index.definition().partial() == null;
                i++) {
            if (!index.isMultikey(i)) {
                paths.add(index.definition().parts().get(i).path());
            }
        }
        return paths;
    }

    private static boolean differ(List<Constraints.Demand> one, List<Constraints.Demand> other) {
        return one.stream()
                .anyMatch(demand -> demand.points() != null
                        && other.stream()
                                .anyMatch(against -> excludes(against.points(), demand.points(), false)
                                        || excludes(against.except(), demand.points(), true)));
    }

    private static boolean excludes(@Nullable List<byte[]> against, List<byte[]> points, boolean among) {
        return against != null
                && points.stream()
                        .allMatch(point -> against.stream().anyMatch(value -> Arrays.equals(value, point)) == among);
    }
}
