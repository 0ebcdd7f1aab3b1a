package org.mimamori.engine.report;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.Aggregation;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.field.FieldCode;

/**
 * What records are to be gathered by, and what is wanted of each group.
 *
 * <p>A field of several options or people gathers a record under each of them; a record in which it is blank, under
 * blank. With a table, its rows take the place of the records, and a record without rows counts nowhere.
 *
 * @param table the table whose rows are gathered, or null for records
 * @param wanted fields whose values are wanted
 * @param zone whose wall clock says to which day, hour or minute an instant belongs
 */
public record Gathering(List<Group> groups, @Nullable FieldCode table, List<Wanted> wanted, ZoneId zone) {

    /** More is not looked at by anybody, and would fill the memory. */
    public static final int MOST_GROUPS = 200_000;

    public Gathering {
        groups = List.copyOf(groups);
        wanted = List.copyOf(wanted);
    }

    /**
     * What is wanted of a field's values.
     *
     * @param sum their sum, and how many there are
     * @param extremes the smallest and the largest
     */
    public record Wanted(FieldCode field, boolean sum, boolean extremes) {}

    static Gathering of(AppDefinition app, Report report, ZoneId zone) {
        Set<FieldCode> fields = new LinkedHashSet<>();
        report.aggregations().forEach(one -> Optional.ofNullable(one.code()).ifPresent(fields::add));
        @Nullable
        FieldCode table = Stream.concat(report.groups().stream().map(Group::code), fields.stream())
                .flatMap(code -> app.fields().tableOf(code).stream())
                .findFirst()
                .orElse(null);
        return new Gathering(
                report.groups(),
                table,
                fields.stream().map(code -> wanted(report, code)).toList(),
                zone);
    }

    private static Wanted wanted(Report report, FieldCode code) {
        List<Report.Function> functions = report.aggregations().stream()
                .filter(one -> Objects.equals(one.code(), code))
                .map(Aggregation::type)
                .toList();
        return new Wanted(
                code,
                functions.contains(Report.Function.SUM) || functions.contains(Report.Function.AVERAGE),
                functions.contains(Report.Function.MAX) || functions.contains(Report.Function.MIN));
    }
}
