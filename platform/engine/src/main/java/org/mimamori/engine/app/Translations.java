package org.mimamori.engine.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.mimamori.engine.field.Field;
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

    LocalText report(String name) {
        return text(name, "reports", name);
    }

    LocalText action(String name) {
        return text(name, "actions", name);
    }

    LocalText message(String name, String base) {
        return text(base, "messages", name);
    }

    LocalText notification(String title) {
        return text(title, "notifications", title);
    }

    LocalText statusAction(String name) {
        return text(name, "process", "actions", name);
    }

    /** Reports translations of what does not exist: most often a code somebody has changed. */
    void check(JsonNode definition, Form form, Set<String> messages, Findings findings) {
        for (Map.Entry<String, JsonNode> language : languages.properties()) {
            Place place = PLACE.at(language.getKey());
            JsonNode texts = language.getValue();
            checkNames(texts.path("fields"), place.at("fields"), code -> form.has(new FieldCode(code)), findings);
            checkOptions(texts.path("fields"), place.at("fields"), form, findings);
            for (String part : List.of("views", "reports", "actions")) {
                checkNames(texts.path(part), place.at(part), definition.path(part)::has, findings);
            }
            checkNames(texts.path("messages"), place.at("messages"), messages::contains, findings);
            checkNames(
                    texts.path("notifications"),
                    place.at("notifications"),
                    titles(definition.path("notifications"))::contains,
                    findings);
            checkNames(
                    texts.path("process").path("actions"),
                    place.at("process").at("actions"),
                    name -> hasStatusAction(definition, name),
                    findings);
        }
    }

    private static Set<String> titles(JsonNode notifications) {
        Set<String> titles = new HashSet<>();
        for (String kind : List.of("perRecord", "reminder")) {
            notifications.path(kind).path("notifications").forEach(one -> titles.add(Json.text(one, "title")));
        }
        return titles;
    }

    private static boolean hasStatusAction(JsonNode definition, String name) {
        return definition
                .path("process")
                .path("actions")
                .valueStream()
                .anyMatch(action -> Json.text(action, "name").equals(name));
    }

    private static void checkOptions(JsonNode fields, Place place, Form form, Findings findings) {
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            Place at = place.at(entry.getKey()).at("options");
            form.field(new FieldCode(entry.getKey()))
                    .ifPresent(field ->
                            checkNames(entry.getValue().path("options"), at, name -> has(field, name), findings));
        }
    }

    private static boolean has(Field field, String option) {
        return field.options().stream().anyMatch(known -> known.name().equals(option));
    }

    private static void checkNames(JsonNode translated, Place place, Predicate<String> known, Findings findings) {
        for (String name : translated.propertyNames()) {
            if (!known.test(name)) {
                findings.add(place.at(name), "translation.ofNothing", name);
            }
        }
    }
}
