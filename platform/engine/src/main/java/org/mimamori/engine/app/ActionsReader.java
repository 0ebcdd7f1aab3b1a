package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.RightEntity;
import tools.jackson.databind.JsonNode;

/** Reads the actions of a definition: kintone's actions JSON, by name. Numbers are given later. */
final class ActionsReader {

    private static final Place PLACE = Place.ROOT.at("actions");

    private final References references;
    private final Translations translations;

    ActionsReader(References references, Translations translations) {
        this.references = references;
        this.translations = translations;
    }

    /** The actions by index, which from then on runs from 0 without gaps. */
    List<AppAction> read(JsonNode actions) {
        List<AppAction> read = new ArrayList<>();
        Set<Integer> indexes = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : actions.properties()) {
            Place place = PLACE.at(entry.getKey());
            AppAction action = action(entry.getKey(), entry.getValue(), place, read.size());
            if (!indexes.add(action.index())) {
                references.findings().add(place.at("index"), "action.indexTwice", action.index());
            }
            read.add(action);
        }
        List<AppAction> sorted =
                read.stream().sorted(Comparator.comparingInt(AppAction::index)).toList();
        List<AppAction> numbered = new ArrayList<>();
        sorted.forEach(action -> numbered.add(action.withIndex(numbered.size())));
        return numbered;
    }

    private AppAction action(String name, JsonNode action, Place place, int position) {
        String given = Json.text(action, "name", name);
        if (!given.equals(name)) {
            references.findings().add(place.at("name"), "action.nameMismatch", name, given);
        }
        return new AppAction(
                0,
                Json.whole(action, "index", position),
                translations.action(name),
                Json.relatedApp(action.path("destApp")),
                mappings(action.path("mappings"), place.at("mappings")),
                entities(action.path("entities")),
                references.condition(action, "filterCond", place));
    }

    private List<AppAction.Mapping> mappings(JsonNode mappings, Place place) {
        List<AppAction.Mapping> read = new ArrayList<>();
        Set<FieldCode> targets = new HashSet<>();
        for (int i = 0; i < mappings.size(); i++) {
            JsonNode mapping = mappings.get(i);
            FieldCode target = new FieldCode(Json.text(mapping, "destField"));
            if (!targets.add(target)) {
                references.findings().add(place.at(i).at("destField"), "action.targetTwice", target.text());
            }
            read.add(new AppAction.Mapping(source(mapping, place.at(i)), target));
        }
        return read;
    }

    private @Nullable FieldCode source(JsonNode mapping, Place place) {
        FieldCode code = Json.text(mapping, "srcType").equals("RECORD_URL") ? null : Json.code(mapping, "srcField");
        if (code != null) {
            Place at = place.at("srcField");
            references
                    .topField(code, at)
                    .filter(field -> !copyable(field))
                    .ifPresent(field -> references
                            .findings()
                            .add(at, "action.notCopied", field.code().text()));
        }
        return code;
    }

    /** Attachments stay where they are, as in kintone. */
    static boolean copyable(Field field) {
        return field.enabled()
                && switch (field.shape()) {
                    case TEXT, DECIMAL, CHOICE, CHOICES, DATE, TIME, MOMENT, ENTITY, ENTITIES, ROWS -> true;
                    case FILES, NONE -> false;
                };
    }

    private static List<RightEntity> entities(JsonNode entities) {
        List<RightEntity> read = new ArrayList<>();
        entities.forEach(entity -> read.add(
                new RightEntity(Json.choice(entity, "type", RightEntity.Type.USER), Json.text(entity, "code"))));
        return read;
    }
}
