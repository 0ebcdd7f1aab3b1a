package org.mimamori.engine.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.JsonNode;

/** The translations of a definition, from which every name becomes a text in several languages. */
final class Translations {

    private static final Place PLACE = Place.ROOT.at("translations");

    private final JsonNode languages;

    Translations(JsonNode languages) {
        this.languages = languages;
    }

    /** A text with what stands at the same path in each language. */
    LocalText text(String base, String... path) {
        Map<String, String> translated = new HashMap<>();
        for (Map.Entry<String, JsonNode> language : languages.properties()) {
            JsonNode node = language.getValue();
            for (String step : path) {
                node = node.path(step);
            }
            if (node.isString() && !node.asString().isEmpty()) {
                translated.put(language.getKey(), node.asString());
            }
        }
        return new LocalText(base, translated);
    }

    LocalText label(FieldCode field, String base) {
        return text(base, "fields", field.text(), "label");
    }

    LocalText option(FieldCode field, String option) {
        return text(option, "fields", field.text(), "options", option);
    }

    LocalText view(String name) {
        return text(name, "views", name);
    }

    LocalText message(String name, String base) {
        return text(base, "messages", name);
    }

    /** Reports translations of what does not exist: most often a code somebody has changed. */
    void check(Map<String, Set<String>> optionsByField, Set<String> views, Set<String> messages, Findings findings) {
        for (Map.Entry<String, JsonNode> language : languages.properties()) {
            Place place = PLACE.at(language.getKey());
            checkFields(language.getValue().path("fields"), place.at("fields"), optionsByField, findings);
            checkNames(language.getValue().path("views"), place.at("views"), views, findings);
            checkNames(language.getValue().path("messages"), place.at("messages"), messages, findings);
        }
    }

    private static void checkFields(
            JsonNode fields, Place place, Map<String, Set<String>> optionsByField, Findings findings) {
        checkNames(fields, place, optionsByField.keySet(), findings);
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            Set<String> options = optionsByField.getOrDefault(field.getKey(), Set.of());
            if (optionsByField.containsKey(field.getKey())) {
                checkNames(
                        field.getValue().path("options"),
                        place.at(field.getKey()).at("options"),
                        options,
                        findings);
            }
        }
    }

    private static void checkNames(JsonNode translated, Place place, Set<String> known, Findings findings) {
        for (String name : translated.propertyNames()) {
            if (!known.contains(name)) {
                findings.add(place.at(name), "translation.ofNothing", name);
            }
        }
    }
}
