package org.mimamori.api.app;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.View;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The views of an app. A view that filters or sorts by a field the caller may not see is not shown to them. */
@RestController
final class ViewsController {

    private final Apps apps;

    ViewsController(Apps apps) {
        this.apps = apps;
    }

    @GetMapping("/k/v1/app/views.json")
    Reply views(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters.require("app"));
        AppDefinition app = apps.get(actor, parameters.app());
        Access access = apps.access(actor, app);
        ObjectNode body = Json.object();
        ObjectNode views = body.putObject("views");
        for (View view : app.views()) {
            if (mentions(view).allMatch(code -> readable(app, access, code))) {
                views.set(view.name().in(language), json(app, access, view, language));
            }
        }
        return Reply.of(body.put("revision", Long.toString(app.revision())));
    }

    /** Fields the view cannot do without. */
    private static Stream<FieldCode> mentions(View view) {
        return Stream.of(
                        Query.parse(view.filterCond()).mentions().stream(),
                        Query.parseSort(view.sort()).stream().map(SortKey::field),
                        Stream.ofNullable(view.date()),
                        Stream.ofNullable(view.title()))
                .flatMap(codes -> codes);
    }

    private static boolean readable(AppDefinition app, Access access, FieldCode code) {
        return access.ever(app.fields().tableOf(code).orElse(code)).readable();
    }

    private static ObjectNode json(AppDefinition app, Access access, View view, Locale language) {
        ObjectNode json = Json.object()
                .put("type", view.type().name())
                .put("name", view.name().in(language))
                .put("id", Long.toString(view.id()))
                .put("filterCond", view.filterCond())
                .put("sort", view.sort().isEmpty() ? ordinarySort(app) : view.sort())
                .put("index", Integer.toString(view.index()));
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
