package org.mimamori.api.app;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AppAction;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.RelatedApp;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The settings of actions as kintone's JSON, in one language. */
final class ActionJson {

    private final OtherApps others;
    private final Locale language;
    private final Dialect dialect;

    ActionJson(OtherApps others, Locale language, Dialect dialect) {
        this.others = others;
        this.language = language;
        this.dialect = dialect;
    }

    /** The app whose form the action opens, as far as the reader may see it. */
    Optional<AppDefinition> destination(AppAction action) {
        RelatedApp related = action.destApp();
        return others.find(related.app(), related.code());
    }

    ObjectNode of(AppAction action) {
        return of(action, mapping -> true);
    }

    /** @param shown the pairs of fields to be shown */
    ObjectNode of(AppAction action, Predicate<AppAction.Mapping> shown) {
        ObjectNode json = Json.object()
                .put("name", action.name().in(language))
                .put("id", Long.toString(action.id()))
                .put("index", Integer.toString(action.index()));
        Optional<AppDefinition> opens = destination(action);
        json.putObject("destApp")
                .put(
                        "app",
                        opens.map(app -> app.id().toString())
                                .orElse(action.destApp().app()))
                .put(
                        "code",
                        opens.map(AppDefinition::code).orElse(action.destApp().code()));
        ArrayNode mappings = json.putArray("mappings");
        action.mappings().stream().filter(shown).forEach(mapping -> mappings.add(json(mapping)));
        ArrayNode entities = json.putArray("entities");
        action.entities()
                .forEach(entity ->
                        entities.addObject().put("type", entity.type().name()).put("code", entity.code()));
        // kintone's Java client 1.x refuses what came later.
        return dialect == Dialect.CURRENT ? json.put("filterCond", action.filterCond()) : json;
    }

    private static ObjectNode json(AppAction.Mapping mapping) {
        ObjectNode json = Json.object().put("srcType", mapping.source().isPresent() ? "FIELD" : "RECORD_URL");
        mapping.source().ifPresent(code -> json.put("srcField", code.text()));
        return json.put("destField", mapping.destField().text());
    }
}
