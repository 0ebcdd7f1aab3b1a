package org.mimamori.api.app;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.Period;
import org.mimamori.engine.app.PeriodicReport;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.Aggregation;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.app.Report.Sort;
import org.mimamori.engine.field.FieldCode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The settings of a report as kintone's JSON. */
public final class ReportJson {

    private ReportJson() {}

    static ObjectNode of(Report report, String name) {
        ObjectNode json = Json.object().put("chartType", report.chartType().name());
        if (report.chartType().hasModes()) {
            json.put("chartMode", report.chartMode().name());
        }
        json.put("id", Long.toString(report.id())).put("name", name).put("index", Integer.toString(report.index()));
        addWhat(json, report);
        json.put("filterCond", report.filterCond());
        ArrayNode sorts = json.putArray("sorts");
        report.sorts().forEach(sort -> sorts.add(json(sort)));
        PeriodicReport periodic = report.periodicReport();
        json.set("periodicReport", periodic == null ? Json.object().nullNode() : json(periodic));
        return json;
    }

    /** What a report gathers by and takes. */
    public static void addWhat(ObjectNode json, Report report) {
        ArrayNode groups = json.putArray("groups");
        report.groups().forEach(group -> groups.add(json(group)));
        ArrayNode aggregations = json.putArray("aggregations");
        report.aggregations().forEach(aggregation -> aggregations.add(json(aggregation)));
    }

    public static ObjectNode json(Group group) {
        ObjectNode json = Json.object().put("code", group.code().text());
        return group.per() == null ? json : json.put("per", group.per().name());
    }

    public static ObjectNode json(Aggregation aggregation) {
        @Nullable FieldCode of = aggregation.code();
        ObjectNode json = Json.object().put("type", aggregation.type().name());
        return of == null ? json : json.put("code", of.text());
    }

    private static ObjectNode json(Sort sort) {
        return Json.object().put("by", sort.by().name()).put("order", sort.ascending() ? "ASC" : "DESC");
    }

    private static ObjectNode json(PeriodicReport periodic) {
        ObjectNode json = Json.object().put("active", periodic.active());
        json.set("period", json(periodic.period()));
        return json;
    }

    private static ObjectNode json(Period period) {
        return switch (period) {
            case Period.Yearly(int month, int day, LocalTime time) ->
                every("YEAR")
                        .put("month", Integer.toString(month))
                        .put("dayOfMonth", day(day))
                        .put("time", time.toString());
            case Period.Quarterly(Period.Quarters pattern, int day, LocalTime time) ->
                every("QUARTER")
                        .put("pattern", pattern.name())
                        .put("dayOfMonth", day(day))
                        .put("time", time.toString());
            case Period.Monthly(int day, LocalTime time) ->
                every("MONTH").put("dayOfMonth", day(day)).put("time", time.toString());
            case Period.Weekly weekly ->
                every("WEEK")
                        .put("dayOfWeek", weekly.dayOfWeek().name())
                        .put("time", weekly.time().toString());
            case Period.Daily(LocalTime time) -> every("DAY").put("time", time.toString());
            case Period.Hourly(int minute) -> every("HOUR").put("minute", Integer.toString(minute));
        };
    }

    private static ObjectNode every(String unit) {
        return Json.object().put("every", unit);
    }

    private static String day(int day) {
        return day == Period.END_OF_MONTH ? "END_OF_MONTH" : Integer.toString(day);
    }
}
