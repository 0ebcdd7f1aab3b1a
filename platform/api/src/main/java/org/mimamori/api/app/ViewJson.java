package org.mimamori.api.app;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.View;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.permission.Access;
import tools.jackson.databind.node.ObjectNode;

/** A view as kintone's JSON, with the columns the reader may see. */
final class ViewJson {

    private ViewJson() {}

    static boolean readable(AppDefinition app, Access access, FieldCode code) {
        return access.ever(app.fields().tableOf(code).orElse(code)).readable();
    }

    static ObjectNode of(AppDefinition app, Access access, View view, Locale language) {
        ObjectNode json = Json.object()
                .put("type", view.type().name())
                .put("name", view.name().in(language))
                .put("id", Long.toString(view.id()))
                .put("filterCond", view.filterCond())
                .put("sort", view.sort().isEmpty() ? ordinarySort(app) : view.sort())
                .put("index", Integer.toString(view.index()));
        if (view.builtin() != null) {
            json.put("builtinType", view.builtin().name());
        }
        switch (view.type()) {
            case LIST -> {
                var fields = json.putArray("fields");
                columns(app, access, view).forEach(code -> fields.add(code.text()));
            }
            case CALENDAR -> {
                json.put("date", code(view.date(), app, SystemValue.CREATED_TIME));
                json.put("title", code(view.title(), app, SystemValue.RECORD_NUMBER));
            }
            case CUSTOM ->
                json.put("html", view.html())
                        .put("pager", view.pager())
                        .put("device", view.device().name());
        }
        return json;
    }

    private static List<FieldCode> columns(AppDefinition app, Access access, View view) {
        return view.fields().stream()
                .filter(code -> readable(app, access, code))
                .toList();
    }

    /** kintone's order for a view that gives none: newest first. */
    private static String ordinarySort(AppDefinition app) {
        return app.fields().system(SystemValue.RECORD_NUMBER).code() + " desc";
    }

    private static String code(@Nullable FieldCode chosen, AppDefinition app, SystemValue otherwise) {
        return (chosen == null ? app.fields().system(otherwise).code() : chosen).text();
    }
}
