package org.mimamori.engine.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.By;
import org.mimamori.engine.app.Report.ChartType;
import org.mimamori.engine.app.Report.Sort;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.RecordOrder;

/**
 * The order of groups. By total, a plain table orders its rows; every other kind orders the groups of the first level
 * by what they come to, then those of the second inside them, so that what belongs together stays together. What is
 * left equal goes by the groups themselves.
 */
final class GroupOrder {

    private static final Comparator<Value> FIGURES = RecordOrder.ofValues(Optional.empty());

    private final Report report;
    private final Function<Tally, Value> total;
    private final Map<List<Value>, Tally> groups;
    private final List<Comparator<Value>> levels = new ArrayList<>();
    private final Map<List<Value>, Value> totals = new HashMap<>();

    GroupOrder(
            AppDefinition app, Report report, Function<Tally, Value> total, Map<List<Value>, Tally> groups, Tally all) {
        this.report = report;
        this.total = total;
        this.groups = groups;
        report.groups().forEach(group -> levels.add(RecordOrder.ofValues(app.field(group.code()))));
        if (report.sorts().stream().anyMatch(sort -> sort.by() == By.TOTAL)) {
            sum(all);
        }
    }

    private void sum(Tally all) {
        Map<List<Value>, Tally> tallies = new HashMap<>();
        Tally none = Tally.none(all.figures().size());
        groups.forEach((keys, tally) -> {
            for (int level = 1; level <= keys.size(); level++) {
                tallies.merge(keys.subList(0, level), none.and(tally), Tally::and);
            }
        });
        tallies.forEach((keys, tally) -> totals.put(keys, total.apply(tally)));
    }

    List<List<Value>> keys() {
        Comparator<List<Value>> order = (left, right) -> 0;
        for (Sort sort : report.sorts()) {
            order = order.thenComparing(by(sort));
        }
        return groups.keySet().stream().sorted(order.thenComparing(byKeys())).toList();
    }

    private Comparator<List<Value>> by(Sort sort) {
        if (sort.by() == By.TOTAL) {
            Comparator<Value> figures = sort.ascending() ? FIGURES : FIGURES.reversed();
            return report.chartType() == ChartType.TABLE ? byOwn(figures) : byLevels(figures);
        }
        int level = sort.by().group();
        Comparator<Value> keys =
                sort.ascending() ? levels.get(level) : levels.get(level).reversed();
        return (left, right) -> level < left.size() ? keys.compare(left.get(level), right.get(level)) : 0;
    }

    private Comparator<List<Value>> byOwn(Comparator<Value> figures) {
        return Comparator.comparing(this::total, figures);
    }

    private Comparator<List<Value>> byLevels(Comparator<Value> figures) {
        return (left, right) -> {
            for (int level = 0; level < left.size(); level++) {
                if (!left.get(level).equals(right.get(level))) {
                    int byTotal =
                            figures.compare(total(left.subList(0, level + 1)), total(right.subList(0, level + 1)));
                    return byTotal != 0 ? byTotal : levels.get(level).compare(left.get(level), right.get(level));
                }
            }
            return 0;
        };
    }

    private Value total(List<Value> keys) {
        return totals.getOrDefault(keys, Value.BLANK);
    }

    private Comparator<List<Value>> byKeys() {
        return (left, right) -> {
            for (int level = 0; level < left.size(); level++) {
                int compared = levels.get(level).compare(left.get(level), right.get(level));
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    /** Groups of the last level, which stand across a table: by themselves, whichever way round was asked for. */
    List<Value> lastLevel(Collection<List<Value>> keys) {
        int level = report.groups().size() - 1;
        boolean descending = report.sorts().stream().anyMatch(sort -> sort.by().group() == level && !sort.ascending());
        Comparator<Value> order = descending ? levels.get(level).reversed() : levels.get(level);
        return keys.stream().map(List::getFirst).sorted(order).toList();
    }
}
