package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.process.ProcessEntity;
import org.mimamori.engine.process.Status;
import org.mimamori.engine.process.StatusAction;
import org.mimamori.engine.query.Query;
import tools.jackson.databind.JsonNode;

/** Reads the actions of a process. */
final class StatusActionsReader {

    private static final String SECONDARY = "SECONDARY";

    private final References references;
    private final Findings findings;
    private final Translations translations;
    private final ProcessEntitiesReader entities;

    StatusActionsReader(References references, Translations translations, ProcessEntitiesReader entities) {
        this.references = references;
        this.findings = references.findings();
        this.translations = translations;
        this.entities = entities;
    }

    List<StatusAction> read(JsonNode actions, Place place, List<Status> statuses) {
        List<StatusAction> read = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < actions.size(); i++) {
            StatusAction action = action(actions.get(i), place.at(i));
            checkStatus(action.from(), statuses, place.at(i).at("from"));
            checkStatus(action.to(), statuses, place.at(i).at("to"));
            if (!seen.add(List.of(action.name().base(), action.from(), action.filterCond()))) {
                findings.add(
                        place.at(i).at("name"),
                        "process.actionTwice",
                        action.name().base(),
                        action.from());
            }
            read.add(action);
        }
        return read;
    }

    private StatusAction action(JsonNode action, Place place) {
        return new StatusAction(
                translations.statusAction(Json.text(action, "name")),
                Json.text(action, "from"),
                Json.text(action, "to"),
                condition(action, place),
                executors(action, place));
    }

    private void checkStatus(String name, List<Status> statuses, Place place) {
        if (statuses.stream().noneMatch(status -> status.name().equals(name))) {
            findings.add(place, "process.unknownStatus", name);
        }
    }

    /** The action says by itself from which status it leaves. */
    private String condition(JsonNode action, Place place) {
        int before = findings.count();
        String condition = references.condition(action, "filterCond", place);
        FieldCode status = references.form().fields().system(SystemValue.STATUS).code();
        if (findings.count() == before && Query.parse(condition).mentions().contains(status)) {
            findings.add(place.at("filterCond"), "process.conditionOnStatus", status.text());
        }
        return condition;
    }

    private List<ProcessEntity> executors(JsonNode action, Place place) {
        List<ProcessEntity> executors = entities.read(
                action.path("executableUser").path("entities"),
                place.at("executableUser").at("entities"));
        boolean secondary = Json.text(action, "type").equals(SECONDARY);
        if (secondary && executors.isEmpty()) {
            findings.add(place, "process.nobodyExecutes");
        }
        if (!secondary && !executors.isEmpty()) {
            findings.add(place.at("executableUser"), "process.executorsOfPrimary");
        }
        return executors;
    }
}
