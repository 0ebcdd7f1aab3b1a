package org.mimamori.api.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.app.ReportJson;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Names;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.app.Report.Aggregation;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.report.CrossTable;
import org.mimamori.engine.report.GroupCondition;
import org.mimamori.engine.report.ReportResult;
import org.mimamori.engine.report.Snapshot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a report came to, as JSON: numbers as strings, groups by their value and by what people call it. */
final class ResultJson {

    private final AppDefinition app;
    private final Locale locale;
    private final Names names;

    ResultJson(AppDefinition app, Locale locale, Names names) {
        this.app = app;
        this.locale = locale;
        this.names = names;
    }

    ObjectNode json(ReportResult result) {
        Report report = result.report();
        ObjectNode json = Json.object()
                .put("id", report.id() == 0 ? null : Long.toString(report.id()))
                .put("name", report.name().in(locale))
                .put("chartType", report.chartType().name())
                .put("chartMode", report.chartMode().name())
                .put("timezone", result.zone().getId());
        addHeads(json, report.groups(), report.aggregations());
        GroupCondition condition = new GroupCondition(app, report, result.zone());
        ArrayNode rows = json.putArray("rows");
        for (ReportResult.Row row : result.rows()) {
            rows.add(row(report.groups(), report.aggregations(), row).put("query", condition.of(row.keys())));
        }
        json.set("totals", figures(report.aggregations(), result.totals()));
        json.put("leftOut", Long.toString(result.leftOut())).put("cut", Long.toString(result.cut()));
        json.set("cross", cross(report, result.cross()));
        return json;
    }

    ObjectNode json(Snapshot kept) {
        ObjectNode json = Json.object()
                .put("due", kept.due().toString())
                .put("taken", kept.taken().toString());
        addHeads(json, kept.groups(), kept.aggregations());
        json.put("filterCond", kept.filterCond());
        ArrayNode rows = json.putArray("rows");
        kept.rows().forEach(row -> rows.add(row(kept.groups(), kept.aggregations(), row)));
        json.set("totals", figures(kept.aggregations(), kept.totals()));
        return json.put("leftOut", Long.toString(kept.leftOut())).put("cut", Long.toString(kept.cut()));
    }

    private void addHeads(ObjectNode json, List<Group> groups, List<Aggregation> aggregations) {
        ArrayNode levels = json.putArray("groups");
        groups.forEach(group -> levels.add(ReportJson.json(group).put("label", label(group.code()))));
        ArrayNode figures = json.putArray("aggregations");
        aggregations.forEach(one -> figures.add(ReportJson.json(one).put("label", label(one.code()))));
    }

    private @Nullable String label(@Nullable FieldCode code) {
        return field(code).map(field -> app.labels().of(field, locale)).orElse(null);
    }

    private Optional<Field> field(@Nullable FieldCode code) {
        return Optional.ofNullable(code).flatMap(app::field);
    }

    private ObjectNode row(List<Group> groups, List<Aggregation> aggregations, ReportResult.Row row) {
        ObjectNode json = Json.object();
        json.set("groups", keys(groups, row.keys()));
        json.set("values", figures(aggregations, row.figures()));
        return json;
    }

    private ArrayNode keys(List<Group> groups, List<Value> keys) {
        ArrayNode json = Json.object().arrayNode();
        for (int i = 0; i < keys.size(); i++) {
            json.add(key(field(groups.get(i).code()), keys.get(i)));
        }
        return json;
    }

    private ObjectNode key(Optional<Field> field, Value key) {
        String value = text(field, key);
        return Json.object()
                .put("value", value)
                .put(
                        "label",
                        switch (key) {
                            case Value.Choice(String option) ->
                                field.map(f -> app.labels().ofOption(f.code(), option, locale))
                                        .orElse(option);
                            case Value.Entity(EntityRef ref) -> names.of(ref);
                            default -> value;
                        });
    }

    private ArrayNode figures(List<Aggregation> aggregations, List<Value> figures) {
        ArrayNode json = Json.object().arrayNode();
        for (int i = 0; i < figures.size(); i++) {
            json.add(text(field(aggregations.get(i).code()), figures.get(i)));
        }
        return json;
    }

    private @Nullable ObjectNode cross(Report report, @Nullable CrossTable cross) {
        if (cross == null) {
            return null;
        }
        Optional<Field> across = field(report.groups().getLast().code());
        Optional<Field> of = field(report.aggregations().getFirst().code());
        ObjectNode json = Json.object();
        ArrayNode columns = json.putArray("columns");
        cross.columns().forEach(column -> columns.add(key(across, column)));
        ArrayNode rows = json.putArray("rows");
        for (CrossTable.Row row : cross.rows()) {
            ObjectNode line = rows.addObject();
            line.set("groups", keys(report.groups(), row.keys()));
            ArrayNode cells = line.putArray("values");
            row.cells().forEach(cell -> cells.add(text(of, cell)));
            line.put("total", text(of, row.total()));
        }
        ArrayNode totals = json.putArray("columnTotals");
        cross.columnTotals().forEach(total -> totals.add(text(of, total)));
        return json.put("total", text(of, cross.total()))
                .put("cutColumns", Long.toString(cross.cutColumns()))
                .put("cutRows", Long.toString(cross.cutRows()));
    }

    /** A single value as records have it; null for nothing. */
    private static @Nullable String text(Optional<Field> field, Value value) {
        return switch (value) {
            case Value.Blank blank -> null;
            case Value.Text(String text) -> text;
            case Value.Decimal decimal ->
                field.map(f -> f.decimalForm().write(decimal.number()))
                        .orElseGet(() -> decimal.number().toPlainString());
            case Value.Choice(String option) -> option;
            case Value.Date date -> date.date().toString();
            case Value.Time time -> time.time().toString();
            case Value.Moment moment -> moment.instant().toString();
            case Value.Entity(EntityRef ref) -> ref.code();
            case Value.Choices several -> throw new IllegalArgumentException("no single value: " + several);
            case Value.Entities several -> throw new IllegalArgumentException("no single value: " + several);
            case Value.Files several -> throw new IllegalArgumentException("no single value: " + several);
            case Value.Rows several -> throw new IllegalArgumentException("no single value: " + several);
        };
    }
}
