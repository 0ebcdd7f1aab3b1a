package org.mimamori.api.app;

import java.util.List;
import java.util.Locale;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.process.ProcessEntity;
import org.mimamori.engine.process.Status;
import org.mimamori.engine.process.StatusAction;
import org.mimamori.engine.query.Query;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The process of an app as kintone's JSON, in one language. To whom the status is hidden the app has none. An action
 * whose condition mentions a hidden field is shown to those only who manage the app.
 */
final class StatusSettings {

    private final AppDefinition app;
    private final Locale language;
    private final Directory directory;
    private final Dialect dialect;

    StatusSettings(AppDefinition app, Locale language, Directory directory, Dialect dialect) {
        this.app = app;
        this.language = language;
        this.directory = directory;
        this.dialect = dialect;
    }

    ObjectNode json(Access access) {
        ProcessDefinition process =
                readable(access, app.fields().system(SystemValue.STATUS).code())
                        ? app.process()
                        : ProcessDefinition.NONE;
        ObjectNode body = Json.object().put("enable", process.enabled());
        if (process.statuses().isEmpty()) {
            return body.putNull("states").putNull("actions");
        }
        ObjectNode states = body.putObject("states");
        for (Status status : process.statuses()) {
            states.set(name(status.name()), json(status, states.size(), access));
        }
        ArrayNode actions = body.putArray("actions");
        process.actions().stream()
                .filter(action -> dialect == Dialect.CURRENT || !action.isSecondary())
                .filter(action ->
                        Query.parse(action.filterCond()).mentions().stream().allMatch(code -> readable(access, code)))
                .forEach(action -> actions.add(json(action, access)));
        return body;
    }

    private boolean readable(Access access, FieldCode code) {
        return access.may(Right.MANAGE)
                || access.of(app.fields().tableOf(code).orElse(code)).readable();
    }

    private ObjectNode json(Status status, int index, Access access) {
        ObjectNode json = Json.object().put("name", name(status.name())).put("index", Integer.toString(index));
        json.putObject("assignee")
                .put("type", status.mode().name())
                .set("entities", entities(status.candidates(), access));
        return json;
    }

    private ObjectNode json(StatusAction action, Access access) {
        ObjectNode json = Json.object()
                .put("name", action.name().in(language))
                .put("from", name(action.from()))
                .put("to", name(action.to()))
                .put("filterCond", action.filterCond());
        if (dialect == Dialect.CURRENT) {
            json.put("type", action.isSecondary() ? "SECONDARY" : "PRIMARY");
        }
        if (action.isSecondary()) {
            json.putObject("executableUser").set("entities", entities(action.executors(), access));
        }
        return json;
    }

    private ArrayNode entities(List<ProcessEntity> entities, Access access) {
        ArrayNode list = Json.object().putArray("entities");
        for (ProcessEntity entity : entities) {
            if (isShown(entity, access)) {
                ObjectNode json = list.addObject();
                json.putObject("entity")
                        .put("type", entity.type().name())
                        .put("code", entity.type() == ProcessEntity.Type.CREATOR ? null : entity.code());
                json.put("includeSubs", entity.includeSubs());
            }
        }
        return list;
    }

    /** kintone leaves out who is gone. */
    private boolean isShown(ProcessEntity entity, Access access) {
        return switch (entity.type()) {
            case USER -> directory.findUser(entity.code()).filter(User::active).isPresent();
            case GROUP -> directory.exists(EntityRef.group(entity.code()));
            case ORGANIZATION -> directory.exists(EntityRef.organization(entity.code()));
            case FIELD_ENTITY -> readable(access, new FieldCode(entity.code()));
            case CREATOR -> true;
        };
    }

    private String name(String status) {
        FieldCode field = app.fields().system(SystemValue.STATUS).code();
        return app.labels().ofOption(field, status, language);
    }
}
