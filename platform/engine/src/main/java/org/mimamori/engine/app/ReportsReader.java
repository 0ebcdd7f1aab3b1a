package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.Report.Aggregation;
import org.mimamori.engine.app.Report.By;
import org.mimamori.engine.app.Report.ChartMode;
import org.mimamori.engine.app.Report.ChartType;
import org.mimamori.engine.app.Report.Function;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.app.Report.Sort;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.JsonNode;

/** Reads the reports of a definition: kintone's reports JSON, by name. Numbers are given later. */
final class ReportsReader {

    private static final Place PLACE = Place.ROOT.at("reports");

    private final References references;
    private final java.util.function.Function<String, LocalText> names;

    ReportsReader(References references, java.util.function.Function<String, LocalText> names) {
        this.references = references;
        this.names = names;
    }

    /** The reports by index, which from then on runs from 0 without gaps. */
    List<Report> read(JsonNode reports) {
        List<Report> read = new ArrayList<>();
        Set<Integer> indexes = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : reports.properties()) {
            Place place = PLACE.at(entry.getKey());
            Report report = report(entry.getKey(), entry.getValue(), place, read.size());
            if (!indexes.add(report.index())) {
                references.findings().add(place.at("index"), "report.indexTwice", report.index());
            }
            read.add(report);
        }
        List<Report> sorted =
                read.stream().sorted(Comparator.comparingInt(Report::index)).toList();
        List<Report> numbered = new ArrayList<>();
        sorted.forEach(report -> numbered.add(report.withIndex(numbered.size())));
        return numbered;
    }

    /** One report that conforms to the schema. */
    Report report(String name, JsonNode report, Place place, int position) {
        String given = Json.text(report, "name", name);
        if (!given.equals(name)) {
            references.findings().add(place.at("name"), "report.nameMismatch", name, given);
        }
        ChartType type = Json.choice(report, "chartType", ChartType.TABLE);
        List<Group> groups = groups(report.path("groups"), place.at("groups"));
        List<Aggregation> aggregations = aggregations(report.path("aggregations"), place.at("aggregations"));
        checkOneTable(groups, aggregations, place);
        if (type == ChartType.PIVOT_TABLE && aggregations.size() > 1) {
            references.findings().add(place.at("aggregations"), "report.pivotTakesOne", aggregations.size());
        }
        PeriodicReport periodic = PeriodReader.read(report.path("periodicReport"));
        if (periodic != null) {
            checkReader(Json.text(report, "filterCond"), place.at("filterCond"));
        }
        return new Report(
                0,
                Json.whole(report, "index", position),
                names.apply(name),
                type,
                mode(report, type, place),
                groups,
                aggregations,
                references.condition(report, "filterCond", place),
                sorts(report.path("sorts"), groups.size(), place.at("sorts")),
                periodic);
    }

    /** What is kept is read by others, at other times: there is nobody whose records it could mean. */
    private void checkReader(String condition, Place place) {
        for (String name : List.of("LOGINUSER", "PRIMARY_ORGANIZATION")) {
            if (QueryCalls.in(condition).anyMatch(name::equalsIgnoreCase)) {
                references.findings().add(place, "report.dependsOnReader", name);
            }
        }
    }

    private ChartMode mode(JsonNode report, ChartType type, Place place) {
        ChartMode mode = Json.choice(report, "chartMode", ChartMode.NORMAL);
        if (mode != ChartMode.NORMAL && !type.hasModes()) {
            references.findings().add(place.at("chartMode"), "report.noMode", type, mode);
        }
        return mode;
    }

    private List<Group> groups(JsonNode groups, Place place) {
        List<Group> read = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            FieldCode code = new FieldCode(Json.text(groups.get(i), "code"));
            String per = Json.text(groups.get(i), "per");
            Unit unit = per.isEmpty() ? null : Unit.valueOf(per);
            Place at = place.at(i);
            references.field(code, at.at("code")).ifPresent(field -> checkGroup(field, unit, at));
            read.add(new Group(code, unit));
        }
        return read;
    }

    private void checkGroup(Field field, @Nullable Unit unit, Place place) {
        Set<Unit> units = ReportFields.units(field);
        String code = field.code().text();
        if (!ReportFields.groupable(field)) {
            references.findings().add(place.at("code"), "report.notGroupable", code);
        } else if (unit == null && !units.isEmpty()) {
            references.findings().add(place, "report.noUnit", code);
        } else if (unit != null && !units.contains(unit)) {
            references.findings().add(place.at("per"), "report.wrongUnit", code, unit);
        }
    }

    private List<Aggregation> aggregations(JsonNode aggregations, Place place) {
        List<Aggregation> read = new ArrayList<>();
        for (int i = 0; i < aggregations.size(); i++) {
            Function function = Json.choice(aggregations.get(i), "type", Function.COUNT);
            FieldCode of = function == Function.COUNT ? null : Json.code(aggregations.get(i), "code");
            if (of != null) {
                Place at = place.at(i).at("code");
                references
                        .field(of, at)
                        .filter(field -> !ReportFields.takes(function, field))
                        .ifPresent(field -> references
                                .findings()
                                .add(at, "report.cannotTake", field.code().text(), function));
            }
            read.add(new Aggregation(function, of));
        }
        return read;
    }

    /** Rows of two tables have nothing to do with each other. */
    private void checkOneTable(List<Group> groups, List<Aggregation> aggregations, Place place) {
        Set<FieldCode> tables = new HashSet<>();
        groups.forEach(group -> table(group.code()).ifPresent(tables::add));
        for (Aggregation aggregation : aggregations) {
            Optional.ofNullable(aggregation.code()).flatMap(this::table).ifPresent(tables::add);
        }
        if (tables.size() > 1) {
            references.findings().add(place, "report.twoTables");
        }
    }

    private Optional<FieldCode> table(FieldCode code) {
        return references.form().fields().tableOf(code);
    }

    private List<Sort> sorts(JsonNode sorts, int groups, Place place) {
        List<Sort> read = new ArrayList<>();
        for (int i = 0; i < sorts.size(); i++) {
            By by = Json.choice(sorts.get(i), "by", By.TOTAL);
            if (by.group() >= groups) {
                references.findings().add(place.at(i).at("by"), "report.sortsByNoGroup", by, groups);
            }
            read.add(new Sort(by, Json.text(sorts.get(i), "order", "ASC").equals("ASC")));
        }
        return read;
    }
}
