package org.mimamori.api.app;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.SortKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What lookups and lists of related records say of another app, as far as the reader may see it: fields hidden there or
 * here are not named, and of a link that rests on a hidden field nothing is said.
 */
final class LinkJson {

    private final OtherApps others;
    private final Predicate<String> here;
    private final boolean whole;

    /** @param here whether the reader may see a field of this app */
    LinkJson(OtherApps others, Predicate<String> here) {
        this(others, here, false);
    }

    private LinkJson(OtherApps others, Predicate<String> here, boolean whole) {
        this.others = others;
        this.here = here;
        this.whole = whole;
    }

    /** For who edits the settings: links as they are, into apps that are not live yet too. */
    static LinkJson whole(OtherApps others) {
        return new LinkJson(others, code -> true, true);
    }

    /** Trims the settings of a lookup; answers whether the reader may know of it. */
    boolean lookup(ObjectNode lookup) {
        Optional<AppDefinition> other = complete(lookup);
        if (whole) {
            return true;
        }
        if (other.isEmpty() || !sees(other.get(), text(lookup, "relatedKeyField"))) {
            return false;
        }
        AppDefinition source = other.get();
        keep(
                lookup.withArrayProperty("fieldMappings"),
                mapping -> here.test(text(mapping, "field")) && sees(source, text(mapping, "relatedField")));
        keep(lookup.withArrayProperty("lookupPickerFields"), code -> sees(source, code.asString()));
        trimQuery(source, lookup);
        return true;
    }

    /** Trims the settings of a list of related records; answers whether the reader may know of it. */
    boolean related(ObjectNode table) {
        Optional<AppDefinition> other = complete(table);
        JsonNode condition = table.path("condition");
        if (whole) {
            return other.isPresent();
        }
        if (other.isEmpty()
                || !here.test(text(condition, "field"))
                || !sees(other.get(), text(condition, "relatedField"))) {
            return false;
        }
        keep(table.withArrayProperty("displayFields"), code -> sees(other.get(), code.asString()));
        trimQuery(other.get(), table);
        return true;
    }

    /** Gives the other app's number and code, both. */
    private Optional<AppDefinition> complete(ObjectNode link) {
        ObjectNode json = (ObjectNode) link.get("relatedApp");
        Optional<AppDefinition> other = others.find(text(json, "app"), text(json, "code"));
        other.ifPresent(app -> json.put("app", app.id().toString()).put("code", app.givenCode()));
        return other;
    }

    private void trimQuery(AppDefinition other, ObjectNode link) {
        boolean condition =
                Query.parse(text(link, "filterCond")).mentions().stream().allMatch(code -> sees(other, code.text()));
        boolean sort = Query.parseSort(text(link, "sort")).stream()
                .map(SortKey::field)
                .allMatch(code -> sees(other, code.text()));
        if (!condition) {
            link.put("filterCond", "");
        }
        if (!sort) {
            link.put("sort", "");
        }
    }

    private boolean sees(AppDefinition other, String field) {
        FieldCode code = new FieldCode(field);
        Access access = others.access(other);
        return access.ever(other.fields().tableOf(code).orElse(code)).readable();
    }

    private static void keep(ArrayNode list, Predicate<JsonNode> kept) {
        for (Iterator<JsonNode> each = list.iterator(); each.hasNext(); ) {
            if (!kept.test(each.next())) {
                each.remove();
            }
        }
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
