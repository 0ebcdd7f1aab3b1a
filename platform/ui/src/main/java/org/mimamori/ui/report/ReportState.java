package org.mimamori.ui.report;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.Report.ChartMode;
import org.mimamori.engine.app.Report.ChartType;
import org.mimamori.engine.app.Report.Function;
import org.mimamori.engine.app.Report.Unit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report asked ad hoc, all of which stands in the address: a link to it shows the same report.
 *
 * @param groups what records are gathered by
 * @param function what is taken
 * @param of field whose values are taken; empty for COUNT
 * @param query condition in the query language; empty for all records
 */
record ReportState(List<Level> groups, Function function, String of, ChartType type, ChartMode mode, String query) {

    static final ReportState NONE =
            new ReportState(List.of(), Function.COUNT, "", ChartType.COLUMN, ChartMode.NORMAL, "");

    ReportState {
        groups = List.copyOf(groups);
    }

    /** One level of groups. */
    record Level(String code, @Nullable Unit per) {

        private String text() {
            return per == null ? code : code + ":" + per;
        }

        private static Level read(String text) {
            int colon = text.lastIndexOf(':');
            return colon < 0
                    ? new Level(text, null)
                    : new Level(
                            text.substring(0, colon),
                            choice(Unit.class, text.substring(colon + 1)).orElse(null));
        }
    }

    /** Reads the parameters of an address. What cannot be read is not there. */
    static ReportState read(QueryParameters parameters) {
        String take = parameters.getSingleParameter("take").orElse("COUNT");
        int colon = take.indexOf(':');
        return new ReportState(
                parameters.getParameters("group").stream()
                        .filter(text -> !text.isBlank())
                        .map(Level::read)
                        .toList(),
                choice(Function.class, colon < 0 ? take : take.substring(0, colon))
                        .orElse(Function.COUNT),
                colon < 0 ? "" : take.substring(colon + 1),
                parameters
                        .getSingleParameter("type")
                        .flatMap(text -> choice(ChartType.class, text))
                        .orElse(ChartType.COLUMN),
                parameters
                        .getSingleParameter("mode")
                        .flatMap(text -> choice(ChartMode.class, text))
                        .orElse(ChartMode.NORMAL),
                parameters.getSingleParameter("query").orElse(""));
    }

    private static <E extends Enum<E>> Optional<E> choice(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** What stands in the address of the report. */
    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("group", groups.stream().map(Level::text).toList());
        parameters.put("take", List.of(of.isEmpty() ? function.name() : function + ":" + of));
        parameters.put("type", List.of(type.name()));
        if (mode != ChartMode.NORMAL) {
            parameters.put("mode", List.of(mode.name()));
        }
        if (!query.isEmpty()) {
            parameters.put("query", List.of(query));
        }
        return new QueryParameters(parameters);
    }

    /** The report as schemas/ad-hoc-report.json has it. */
    ObjectNode json(String name) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name).put("chartType", type.name()).put("filterCond", query);
        if (type.hasModes()) {
            json.put("chartMode", mode.name());
        }
        ArrayNode levels = json.putArray("groups");
        for (Level level : groups) {
            ObjectNode group = levels.addObject().put("code", level.code());
            if (level.per() != null) {
                group.put("per", level.per().name());
            }
        }
        ObjectNode aggregation = json.putArray("aggregations").addObject().put("type", function.name());
        if (!of.isEmpty()) {
            aggregation.put("code", of);
        }
        return json;
    }

    ReportState withGroup(int place, @Nullable Level level) {
        List<Level> changed = new ArrayList<>(groups);
        if (place < changed.size()) {
            changed.remove(place);
        }
        if (level != null) {
            changed.add(Math.min(place, changed.size()), level);
        }
        return new ReportState(changed, function, of, type, mode, query);
    }

    ReportState withFunction(Function taken, String field) {
        return new ReportState(groups, taken, field, type, mode, query);
    }

    ReportState withType(ChartType drawn) {
        return new ReportState(groups, function, of, drawn, drawn.hasModes() ? mode : ChartMode.NORMAL, query);
    }

    ReportState withMode(ChartMode drawn) {
        return new ReportState(groups, function, of, type, drawn, query);
    }
}
