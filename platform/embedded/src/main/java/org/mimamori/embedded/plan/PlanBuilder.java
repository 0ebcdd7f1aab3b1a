package org.mimamori.embedded.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.plan.Constraints.Demand;
import org.mimamori.embedded.store.IndexDefinition;

/** Works out how one source would be read for one filter and order. */
final class PlanBuilder {

    private static final int MOST_RANGES = 1000;
    private static final int MOST_MERGED = 100;

    private final Source source;
    private final Constraints constraints;
    private final Filter filter;
    private final SortOrder sort;
    private final Set<String> fixed = new HashSet<>();
    private List<byte[]> prefixes = List.of(new byte[0]);
    private int pointParts;
    private int served;
    private boolean bounded;
    private boolean multikeyUsed;

    PlanBuilder(Source source, Constraints constraints, Filter filter, SortOrder sort) {
        this.source = source;
        this.constraints = constraints;
        this.filter = filter;
        this.sort = sort;
    }

    Plan build() {
        List<Range> ranges = ranges();
        Boolean reverse = sort.isNone() ? Boolean.FALSE : direction();
        if (reverse != null && ranges.size() > MOST_MERGED && !sort.isNone()) {
            reverse = null;
        }
        boolean exact = served == constraints.count() && !source.isMultikey();
        long rows = 0;
        for (Range range : ranges) {
            rows += range.size(source.map());
        }
        EntryTest test = exact ? null : EntryTest.of(filter, source);
        return new Plan(source, ranges, Boolean.TRUE.equals(reverse), reverse != null, exact, test, !bounded, rows);
    }

    private List<Range> ranges() {
        for (int i = 0; i < source.parts().size(); i++) {
            IndexDefinition.Part part = source.parts().get(i);
            List<Demand> demands = usable(i);
            List<byte[]> points = points(demands);
            if (points != null && (long) points.size() * prefixes.size() <= MOST_RANGES) {
                addPoints(i, part, points);
                continue;
            }
            Interval interval = interval(demands);
            if (interval != null) {
                bounded = true;
                return prefixes.stream()
                        .map(prefix -> Range.of(prefix, interval, part.descending()))
                        .toList();
            }
            List<byte[]> except = except(demands);
            return except == null ? startingWithPrefixes() : without(except, part);
        }
        return startingWithPrefixes();
    }

    private List<Range> startingWithPrefixes() {
        return prefixes.stream().map(Range::startingWith).toList();
    }

    /** The values that may not be had, if that is all that is demanded and leaves few enough ranges. */
    private @Nullable List<byte[]> except(List<Demand> demands) {
        List<byte[]> values = demands.size() == 1 ? demands.getFirst().except() : null;
        return values == null || (values.size() + 1L) * prefixes.size() > MOST_RANGES ? null : values;
    }

    /** The ranges before, between and behind these values. */
    private List<Range> without(List<byte[]> values, IndexDefinition.Part part) {
        bounded = true;
        served++;
        List<byte[]> sorted = values.stream()
                .map(value -> Interval.turned(value, part.descending()))
                .sorted(Arrays::compareUnsigned)
                .toList();
        List<Range> ranges = new ArrayList<>();
        for (byte[] prefix : prefixes) {
            byte @Nullable [] from = prefix.length == 0 ? null : prefix;
            for (byte[] value : sorted) {
                byte[] end = Range.concat(prefix, value);
                ranges.add(new Range(from, end, prefix.length));
                from = Interval.after(end);
            }
            ranges.add(new Range(from, prefix.length == 0 ? null : Interval.after(prefix), prefix.length));
        }
        return ranges;
    }

    private void addPoints(int i, IndexDefinition.Part part, List<byte[]> points) {
        bounded = true;
        served++;
        pointParts = i + 1;
        if (points.size() == 1 && !source.isMultikey(i)) {
            fixed.add(part.path());
        }
        List<byte[]> longer = new ArrayList<>(prefixes.size() * points.size());
        for (byte[] prefix : prefixes) {
            for (byte[] point : points) {
                longer.add(Range.concat(prefix, Interval.turned(point, part.descending())));
            }
        }
        prefixes = longer;
    }

    /** Two demands on arrays may be met by two elements, so only one of them can bound the entries of a record. */
    private List<Demand> usable(int i) {
        List<Demand> demands = constraints.on(source.parts().get(i).path());
        if (!source.isMultikey(i)) {
            return demands;
        }
        if (multikeyUsed) {
            return List.of();
        }
        List<Demand> single = demands.stream()
                .filter(demand -> !demand.allowsNull() && demand.except() == null)
                .sorted(java.util.Comparator.comparing(demand -> demand.points() == null))
                .limit(1)
                .toList();
        multikeyUsed = !single.isEmpty();
        return single;
    }

    /** The points left by the first demand that has any; a second one is left to the filter. */
    private @Nullable List<byte[]> points(List<Demand> demands) {
        for (Demand demand : demands) {
            if (demand.points() != null) {
                return demand.points();
            }
        }
        return null;
    }

    private @Nullable Interval interval(List<Demand> demands) {
        Interval all = null;
        for (Demand demand : demands) {
            Interval interval = demand.interval();
            if (interval != null
                    && (all == null || all.low().kind() == interval.low().kind())) {
                all = all == null ? interval : all.and(interval);
                served++;
            }
        }
        return all;
    }

    /** Whether to read backwards to get the order asked for; null if the source does not give it either way. */
    private @Nullable Boolean direction() {
        List<IndexDefinition.Part> parts = source.orderParts();
        Boolean reverse = null;
        int next = pointParts;
        for (SortOrder.Part wanted : sort.parts()) {
            if (fixed.contains(wanted.path().dotted())) {
                continue;
            }
            if (next >= parts.size()
                    || !parts.get(next).path().equals(wanted.path().dotted())
                    || source.isMultikey(next)) {
                return null;
            }
            boolean turned = parts.get(next).descending() != wanted.descending();
            if (reverse != null && reverse != turned) {
                return null;
            }
            reverse = turned;
            next++;
        }
        return reverse == null ? Boolean.FALSE : reverse;
    }
}
