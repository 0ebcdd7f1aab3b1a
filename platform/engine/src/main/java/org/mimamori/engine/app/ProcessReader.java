package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.process.ProcessEntity;
import org.mimamori.engine.process.Status;
import tools.jackson.databind.JsonNode;

/** Reads the statuses of a process; the actions between them are {@link StatusActionsReader}'s. */
final class ProcessReader {

    private static final Place PLACE = Place.ROOT.at("process");
    private static final Place STATES = PLACE.at("states");

    private final References references;
    private final Findings findings;
    private final ProcessEntitiesReader entities;
    private final StatusActionsReader actions;

    ProcessReader(References references, Translations translations) {
        this.references = references;
        this.findings = references.findings();
        this.entities = new ProcessEntitiesReader(references);
        this.actions = new StatusActionsReader(references, translations, entities);
    }

    ProcessDefinition read(JsonNode process) {
        boolean enabled = Json.flag(process, "enable", false);
        List<Status> statuses = statuses(process);
        if (enabled && statuses.isEmpty()) {
            findings.add(PLACE, "process.noStatus");
        }
        return new ProcessDefinition(
                enabled, statuses, actions.read(process.path("actions"), PLACE.at("actions"), statuses));
    }

    private List<Status> statuses(JsonNode process) {
        checkIndexes(process.path("states"));
        List<Status> statuses = new ArrayList<>();
        for (Map.Entry<String, JsonNode> state : ProcessFields.ordered(process)) {
            Place place = STATES.at(state.getKey());
            Status status = status(state.getKey(), state.getValue(), place);
            if (statuses.stream().anyMatch(other -> other.name().equals(status.name()))) {
                findings.add(place.at("name"), "process.statusTwice", status.name());
            }
            if (statuses.isEmpty()) {
                checkInitial(status, place.at("assignee"));
            }
            statuses.add(status);
        }
        checkFormerNames(statuses);
        return statuses;
    }

    private void checkIndexes(JsonNode states) {
        Set<String> indexes = new HashSet<>();
        for (Map.Entry<String, JsonNode> state : states.properties()) {
            String index = Json.text(state.getValue(), "index");
            if (!index.isEmpty() && !indexes.add(index)) {
                findings.add(STATES.at(state.getKey()).at("index"), "process.indexTwice", index);
            }
        }
    }

    private Status status(String key, JsonNode state, Place place) {
        JsonNode assignee = state.path("assignee");
        String name = Json.text(state, "name", key);
        if (assignee.isMissingNode()) {
            return new Status(name, key, Status.Mode.ONE, List.of(creatorOfRecord()));
        }
        return new Status(
                name,
                key,
                Json.choice(assignee, "type", Status.Mode.ONE),
                entities.read(assignee.path("entities"), place.at("assignee").at("entities")));
    }

    /** kintone's rule: nobody or the record's creator, for nobody has yet moved the record there and chosen another. */
    private void checkInitial(Status status, Place place) {
        boolean sound = status.mode() == Status.Mode.ONE
                && (status.candidates().isEmpty() || status.candidates().equals(List.of(creatorOfRecord())));
        if (!sound) {
            findings.add(place, "process.initialAssignee", status.name());
        }
    }

    /** A name that is both an old and a present one would turn records about with every installation. */
    private void checkFormerNames(List<Status> statuses) {
        for (Status status : statuses) {
            boolean renamed = !status.formerName().equals(status.name());
            boolean taken = statuses.stream().anyMatch(other -> other.name().equals(status.formerName()));
            if (renamed && taken) {
                findings.add(STATES.at(status.formerName()), "process.formerNameTaken", status.formerName());
            }
        }
    }

    private ProcessEntity creatorOfRecord() {
        FieldCode creator =
                references.form().fields().system(SystemValue.CREATOR).code();
        return new ProcessEntity(ProcessEntity.Type.FIELD_ENTITY, creator.text(), false);
    }
}
