package org.mimamori.api.definition;

import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.app.RecordSchema;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** App definitions in, and the schema of an app's records out. */
@RestController
@RequestMapping("/api/apps")
final class DefinitionController {

    private final Apps apps;
    private final AppInstaller installer;

    DefinitionController(Apps apps, AppInstaller installer) {
        this.apps = apps;
        this.installer = installer;
    }

    /** Installs the definition that is the body: a new app, or a new revision of the app of that code. */
    @PostMapping
    Reply install(Actor actor, Parameters parameters) {
        requireAdministrator(actor);
        ObjectNode definition = parameters.tree();
        AppDefinition app =
                installer.install(DefinitionSource.of(definition.path("code").asString(""), definition), actor.ref());
        return Reply.of(Json.object()
                .put("app", app.id().toString())
                .put("code", app.code())
                .put("revision", Long.toString(app.revision())));
    }

    /** JSON Schema of the app's records, as far as the caller may see their fields. */
    @GetMapping("/{code}/schema.json")
    Reply schema(Actor actor, @PathVariable String code) {
        AppDefinition app = apps.getByCode(actor, code);
        Access access = apps.access(actor, app);
        ObjectNode schema = RecordSchema.of(app, actor.locale());
        for (Field field : app.fields().top()) {
            if (!access.ever(field.code()).readable() && schema.get("properties") instanceof ObjectNode properties) {
                properties.remove(field.code().text());
            }
        }
        return Reply.of(schema);
    }

    private static void requireAdministrator(Actor actor) {
        switch (actor) {
            case Actor.Person person when person.user().systemAdmin() -> {}
            case Actor.Person person -> throw new Problem.Forbidden("SYSTEM").asException();
            case Actor.Program program -> throw new Problem.TokenForbidden().asException();
            case Actor.Platform platform -> {}
        }
    }
}
