package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.process.ProcessEntity;
import tools.jackson.databind.JsonNode;

/** Reads whom a process names. People and organisations come and go, so that only fields are looked up. */
final class ProcessEntitiesReader {

    private static final Set<Shape> PEOPLE = Set.of(Shape.ENTITY, Shape.ENTITIES);

    private final References references;

    ProcessEntitiesReader(References references) {
        this.references = references;
    }

    List<ProcessEntity> read(JsonNode entities, Place place) {
        List<ProcessEntity> read = new ArrayList<>();
        for (int i = 0; i < entities.size(); i++) {
            JsonNode node = entities.get(i);
            ProcessEntity entity = new ProcessEntity(
                    Json.choice(node.path("entity"), "type", ProcessEntity.Type.USER),
                    Json.text(node.path("entity"), "code"),
                    Json.flag(node, "includeSubs", false));
            if (entity.type() == ProcessEntity.Type.FIELD_ENTITY) {
                checkField(
                        new FieldCode(entity.code()), place.at(i).at("entity").at("code"));
            }
            read.add(entity);
        }
        return read;
    }

    private void checkField(FieldCode code, Place place) {
        references
                .topField(code, place)
                .filter(field -> !PEOPLE.contains(field.shape()))
                .ifPresent(field -> references.findings().add(place, "process.notPeople", code.text()));
    }
}
