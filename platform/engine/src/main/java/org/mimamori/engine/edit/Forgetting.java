package org.mimamori.engine.edit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.query.QueryRewrite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes mentions of deleted fields out of what shows, copies or names them. What decides by them is left. */
final class Forgetting {

    private static final String FILTER = "filterCond";
    private static final String SORT = "sort";

    private final DefinitionEdit edit;
    private final ObjectNode json;
    private final Set<String> gone;

    Forgetting(DefinitionEdit edit, Set<String> gone) {
        this.edit = edit;
        this.json = edit.json();
        this.gone = gone;
    }

    void run() {
        if (json.get("layout") instanceof ArrayNode layout) {
            new LayoutRemoval(gone).run(layout);
        }
        json.path("views").forEach(view -> forget((ObjectNode) view));
        fields(json.path("fields"));
        rights();
        title();
        additions();
        notifications();
        reports();
        actions();
        for (JsonNode language : json.path("translations")) {
            without(language.path("fields"));
        }
    }

    private void forget(ObjectNode view) {
        shown(view, "fields");
        if (isGone(view, "date")) {
            view.put("date", system(SystemValue.CREATED_TIME));
        }
        if (isGone(view, "title")) {
            view.put("title", system(SystemValue.RECORD_NUMBER));
        }
    }

    private String system(SystemValue value) {
        return edit.before().fields().system(value).code().text();
    }

    private void fields(JsonNode fields) {
        for (JsonNode field : fields) {
            fields(field.path("fields"));
            if (field.get("lookup") instanceof ObjectNode lookup) {
                boolean own = new OwnApp(edit.before()).is(lookup.path("relatedApp"));
                drop(lookup.path("fieldMappings"), one -> isGone(one, "field") || own && isGone(one, "relatedField"));
                if (own) {
                    shown(lookup, "lookupPickerFields");
                }
            }
            if (field.get("referenceTable") instanceof ObjectNode table
                    && new OwnApp(edit.before()).is(table.path("relatedApp"))) {
                shown(table, "displayFields");
            }
        }
    }

    private void rights() {
        drop(json.path("permissions").path("field").path("rights"), block -> isGone(block, "code"));
    }

    private void title() {
        if (json.get("settings") instanceof ObjectNode settings && isGone(settings.path("titleField"), "code")) {
            settings.putObject("titleField").put("selectionMode", "AUTO");
        }
    }

    private void additions() {
        without(json.path("numbering"));
        for (JsonNode rule : json.path("rules")) {
            for (String list : List.of("require", "show", "fix")) {
                drop(rule.path(list), this::isGone);
            }
            boolean more = rule.path("at").valueStream().anyMatch(code -> !isGone(code));
            if (more) {
                drop(rule.path("at"), this::isGone);
            }
        }
        List<String> idle = json.path("rules")
                .valueStream()
                .filter(Forgetting::doesNothing)
                .map(rule -> rule.path("name").asString())
                .toList();
        drop(json.path("rules"), Forgetting::doesNothing);
        for (JsonNode language : json.path("translations")) {
            if (language.get("messages") instanceof ObjectNode messages) {
                messages.remove(idle);
            }
        }
    }

    private static boolean doesNothing(JsonNode rule) {
        return List.of("require", "show", "fix").stream()
                        .allMatch(list -> rule.path(list).isEmpty())
                && rule.path("check").asString("").isEmpty()
                && rule.path("pattern").asString("").isEmpty();
    }

    private void notifications() {
        JsonNode notifications = json.path("notifications");
        drop(notifications.path("general").path("notifications"), this::isToGone);
        for (String kind : List.of("perRecord", "reminder")) {
            JsonNode list = notifications.path(kind).path("notifications");
            list.forEach(one -> drop(one.path("targets"), this::isToGone));
            drop(list, one -> one.has("targets") && one.path("targets").isEmpty());
        }
    }

    private boolean isToGone(JsonNode target) {
        JsonNode entity = target.path("entity");
        return entity.path("type").asString("").equals("FIELD_ENTITY") && isGone(entity, "code");
    }

    private void reports() {
        if (json.get("reports") instanceof ObjectNode reports) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(reports.properties())) {
                JsonNode report = entry.getValue();
                drop(report.path("groups"), group -> isGone(group, "code"));
                drop(report.path("aggregations"), figure -> isGone(figure, "code"));
                condition(report);
                if (report.path("groups").isEmpty()
                        || report.path("aggregations").isEmpty()) {
                    reports.remove(entry.getKey());
                    json.path("translations").forEach(language -> remove(language.path("reports"), entry.getKey()));
                }
            }
        }
    }

    private void actions() {
        for (JsonNode action : json.path("actions")) {
            boolean own = new OwnApp(edit.before()).is(action.path("destApp"));
            drop(action.path("mappings"), one -> isGone(one, "srcField") || own && isGone(one, "destField"));
            condition(action);
        }
    }

    private static void remove(JsonNode object, String name) {
        if (object instanceof ObjectNode names) {
            names.remove(name);
        }
    }

    /** Fields that something lists, filters and sorts by. */
    private void shown(ObjectNode node, String list) {
        drop(node.path(list), this::isGone);
        condition(node);
        if (node.path(SORT).isString()) {
            node.put(SORT, QueryRewrite.orderWithout(node.path(SORT).asString(), gone::contains));
        }
    }

    private void condition(JsonNode node) {
        if (node instanceof ObjectNode object && object.path(FILTER).isString()) {
            object.put(FILTER, QueryRewrite.without(object.path(FILTER).asString(), gone::contains));
        }
    }

    private void without(JsonNode byCode) {
        if (byCode instanceof ObjectNode object) {
            object.remove(gone);
        }
    }

    private boolean isGone(JsonNode code) {
        return code.isString() && gone.contains(code.asString());
    }

    private boolean isGone(JsonNode node, String name) {
        return isGone(node.path(name));
    }

    private static void drop(JsonNode list, Predicate<JsonNode> what) {
        if (list instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (what.test(array.get(i))) {
                    array.remove(i);
                }
            }
        }
    }
}
