package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.report.ReportResult;
import org.mimamori.engine.surface.Plain.Ask;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Figures over the records: how many of each kind, and the largest amount, of those the person sees. */
final class ReportSurface implements Surface {

    @Override
    public void check(Scene scene) {
        for (String app : List.of(Forms.HOME, Forms.VISIT)) {
            check(scene, app, scene.dice.oneIn(2) ? Dice.everything() : scene.dice.question(scene.of(app)));
        }
    }

    private static void check(Scene scene, String app, Ask ask) {
        scene.know(ask.text());
        ObjectNode report = JsonMapper.shared().createObjectNode().put("filterCond", ask.text());
        report.putArray("groups").addObject().put("code", "kind");
        report.putArray("aggregations").addObject().put("type", "COUNT");
        report.withArrayProperty("aggregations").addObject().put("type", "MAX").put("code", "amount");
        Object answer = scene.answer(() -> scene.engine.reports.run(scene.actor, scene.id(app), report));
        if (answer instanceof ReportResult result) {
            assertThat(refusal(scene, app, ask)).as("report of %s", ask).isEmpty();
            assertThat(figures(result)).as("report of %s", ask).isEqualTo(expected(scene, app, ask));
        } else {
            assertThat(answer).as("report of %s", ask).isEqualTo(refusal(scene, app, ask));
        }
    }

    private static String refusal(Scene scene, String app, Ask ask) {
        if (!scene.knows(app)) {
            return "AppNotFound";
        }
        if (!scene.may(app, "recordViewable")) {
            return "Forbidden VIEW";
        }
        // Figures tell of many records at once, so a field must be readable in every one there could be.
        boolean known = Stream.concat(ask.fields().stream(), Set.of("kind", "amount").stream())
                .allMatch(field -> scene.rules().always(scene.person, scene.app(app), field));
        return known ? "" : "DefinitionRefused";
    }

    private static List<String> figures(ReportResult result) {
        return result.rows().stream()
                .map(row -> Installation.plain(row.keys().getFirst()) + " "
                        + Installation.plain(row.figures().getFirst()) + " "
                        + (row.figures().getLast() instanceof Value.Decimal(var number) ? number.intValueExact() : "-"))
                .toList();
    }

    private static List<String> expected(Scene scene, String app, Ask ask) {
        Map<String, List<Map<String, Object>>> kinds = new TreeMap<>();
        scene.list(app, ask, List.of()).values().stream()
                .filter(seen -> seen.containsKey("kind"))
                .forEach(seen -> kinds.computeIfAbsent(seen.get("kind").toString(), kind -> new ArrayList<>())
                        .add(seen));
        List<String> figures = new ArrayList<>();
        kinds.forEach((kind, records) -> figures.add(kind + " " + records.size() + " "
                + records.stream()
                        .map(seen -> seen.get("amount"))
                        .filter(Integer.class::isInstance)
                        .map(Integer.class::cast)
                        .max(Integer::compare)
                        .map(Object::toString)
                        .orElse("-")));
        return figures;
    }
}
