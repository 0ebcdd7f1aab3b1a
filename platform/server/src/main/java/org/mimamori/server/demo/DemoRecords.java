package org.mimamori.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.formula.Holidays;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.BulkLoad;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.Saved;
import org.mimamori.engine.record.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Makes the records of a demo, set after set, through the engine's own write path. */
final class DemoRecords {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRecords.class);

    private static final int CHUNK = 2_000;

    private final Actor.Platform actor = new Actor.Platform("demo");
    private final Apps apps;
    private final RecordService records;
    private final BulkLoad load;
    private final Template template;
    private final Chance chance;
    private final LocalDate today;
    private final Map<String, List<Scope>> sets = new HashMap<>();

    DemoRecords(Apps apps, RecordService records, BulkLoad load, Template template, Chance chance, LocalDate today) {
        this.apps = apps;
        this.records = records;
        this.load = load;
        this.template = template;
        this.chance = chance;
        this.today = today;
    }

    void make(JsonNode recipe) {
        for (JsonNode set : recipe.path("records")) {
            AppDefinition app = apps.getByCode(actor, set.get("app").asString());
            List<Scope> scopes = scopes(set);
            List<Saved> saved = new ArrayList<>();
            for (int from = 0; from < scopes.size(); from += CHUNK) {
                List<Submission> chunk = scopes.subList(from, Math.min(from + CHUNK, scopes.size())).stream()
                        .map(scope -> Submission.ofJson(template.record(set.get("fields"), scope)))
                        .toList();
                saved.addAll(load.add(actor, app.id(), chunk));
                LOG.info("Demo: {} {} / {}", app.name().base(), saved.size(), scopes.size());
            }
            String name = set.get("as").asString();
            if (isNeeded(recipe, name)) {
                sets.put(name, read(app, name, saved));
            }
        }
    }

    /**
     * Records of a set by the set's name, each with its fields as {@code set.code} and its number as {@code set.$id}.
     */
    List<Scope> set(String name) {
        return sets.getOrDefault(name, List.of());
    }

    /** Whether other records or comments of the recipe are about the records of the set. */
    private static boolean isNeeded(JsonNode recipe, String name) {
        return Stream.concat(
                        recipe.path("records").valueStream(),
                        recipe.path("comments").valueStream())
                .flatMap(entry -> Stream.of(entry.path("forEach"), entry.path("of"), entry.path("on")))
                .anyMatch(reference -> reference.asString("").equals(name));
    }

    /** Who or what each record of a set is about. */
    private List<Scope> scopes(JsonNode set) {
        List<Scope> about = set.has("forEach") ? set(set.get("forEach").asString()) : picked(set);
        if (!set.has("days")) {
            return about;
        }
        List<Scope> days = new ArrayList<>();
        double share = set.path("share").asDouble(1);
        for (int offset = set.get("days").get(0).asInt();
                offset <= set.get("days").get(1).asInt();
                offset++) {
            LocalDate day = today.plusDays(offset);
            String kind = Holidays.isDayOff(day) ? "off" : "open";
            for (Scope scope : about) {
                if (share >= 1 || chance.hits(share)) {
                    days.add(new Scope(scope).with("day", day.toString()).with("dayKind", kind));
                }
            }
        }
        return days;
    }

    private List<Scope> picked(JsonNode set) {
        List<Scope> from = set.has("of") ? set(set.get("of").asString()) : List.of();
        List<Scope> picked = new ArrayList<>();
        for (int i = 1; i <= set.get("count").asInt(); i++) {
            Scope scope = from.isEmpty() ? null : from.get(chance.between(0, from.size() - 1));
            picked.add(new Scope(scope).with("n", Integer.toString(i)).with("nn", "%02d".formatted(i)));
        }
        return picked;
    }

    /** Reads the records back: numbers and calculated values are the platform's to give. */
    private List<Scope> read(AppDefinition app, String name, List<Saved> saved) {
        List<Scope> scopes = new ArrayList<>();
        QueryLimits page = new QueryLimits(CHUNK, CHUNK, Integer.MAX_VALUE);
        long last = saved.isEmpty() ? 0 : saved.getFirst().id() - 1;
        while (scopes.size() < saved.size()) {
            Query next = Query.parse("$id > " + last + " order by $id asc");
            List<AppRecord> found = records.find(actor, app.id(), new RecordQuery(next, "", null, false, page))
                    .records();
            found.forEach(record -> scopes.add(scope(app, name, record)));
            last = found.getLast().id();
        }
        return scopes;
    }

    private static Scope scope(AppDefinition app, String name, AppRecord record) {
        Scope scope = new Scope(null).with(name + ".$id", Long.toString(record.id()));
        for (Field field : app.fields().top()) {
            scope.with(name + "." + field.code(), field.plainText(record.value(field)));
        }
        return scope;
    }
}
