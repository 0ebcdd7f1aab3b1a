package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.text.LocalText;

/**
 * Figures over the records of an app, as a builder defined them: kintone's graph.
 *
 * @param id number of the report, unique among the reports of the installation; 0 for one that is asked ad hoc
 * @param index place in the list of reports, from 0
 * @param groups what records are gathered by, the main group first; 1 to {@link #MOST_GROUPS}
 * @param aggregations what is taken of each group; 1 to {@link #MOST_AGGREGATIONS}
 * @param filterCond condition in the query language; empty for all records
 * @param sorts what groups are ordered by; empty for the order of the groups themselves
 * @param periodicReport when results are kept, or null for never
 */
public record Report(
        long id,
        int index,
        LocalText name,
        ChartType chartType,
        ChartMode chartMode,
        List<Group> groups,
        List<Aggregation> aggregations,
        String filterCond,
        List<Sort> sorts,
        @Nullable PeriodicReport periodicReport) {

    /** kintone's limits. */
    public static final int MOST_GROUPS = 3;

    public static final int MOST_AGGREGATIONS = 10;

    public Report {
        groups = List.copyOf(groups);
        aggregations = List.copyOf(aggregations);
        sorts = List.copyOf(sorts);
    }

    Report withIndex(int place) {
        return new Report(
                id, place, name, chartType, chartMode, groups, aggregations, filterCond, sorts, periodicReport);
    }

    Report withId(long number) {
        return new Report(
                number, index, name, chartType, chartMode, groups, aggregations, filterCond, sorts, periodicReport);
    }

    /** Fields without which the report says nothing. */
    public List<FieldCode> mentions() {
        List<FieldCode> mentions = new ArrayList<>();
        groups.forEach(group -> mentions.add(group.code()));
        for (Aggregation aggregation : aggregations) {
            FieldCode of = aggregation.code();
            if (of != null) {
                mentions.add(of);
            }
        }
        mentions.addAll(Query.parse(filterCond).mentions());
        return mentions;
    }

    /** kintone's kinds of graphs. */
    public enum ChartType {
        BAR,
        COLUMN,
        PIE,
        LINE,
        PIVOT_TABLE,
        TABLE,
        AREA,
        SPLINE,
        SPLINE_AREA;

        private static final Set<ChartType> WITH_MODES = EnumSet.of(BAR, COLUMN, AREA, SPLINE_AREA);

        /** Whether it can be drawn in more than one mode. */
        public boolean hasModes() {
            return WITH_MODES.contains(this);
        }
    }

    /** How the second group is drawn: side by side, one on the other, or as shares of a whole. */
    public enum ChartMode {
        NORMAL,
        STACKED,
        PERCENTAGE
    }

    /**
     * What records are gathered by.
     *
     * @param code a field of the form, or of a table, whose rows are then what is counted
     * @param per unit of time; null for a field that is neither day nor time
     */
    public record Group(FieldCode code, @Nullable Unit per) {}

    /** Units of time. */
    public enum Unit {
        /** From the first month of the fiscal year on; ours, and only for reports that are not kept. */
        FISCAL_YEAR,
        YEAR,
        /** Three months, counted from the first month of the fiscal year. */
        QUARTER,
        MONTH,
        /** From Sunday to Saturday, as in queries. */
        WEEK,
        DAY,
        HOUR,
        MINUTE
    }

    /** @param code the field whose values are taken; null for {@code COUNT} */
    public record Aggregation(Function type, @Nullable FieldCode code) {}

    /** What is taken of the records of a group. Blank values count in none but {@code COUNT}. */
    public enum Function {
        COUNT,
        SUM,
        AVERAGE,
        MAX,
        MIN
    }

    /** One thing groups are ordered by. */
    public record Sort(By by, boolean ascending) {}

    /** What groups can be ordered by: the first aggregation, or what a group is called. */
    public enum By {
        TOTAL,
        GROUP1,
        GROUP2,
        GROUP3;

        /** The place of the group among the groups, or -1. */
        public int group() {
            return ordinal() - 1;
        }
    }
}
