package org.mimamori.api.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.imports.FileFormat.Encoding;
import org.mimamori.engine.imports.FileFormat.Separator;
import org.mimamori.engine.imports.ImportPlan;
import org.mimamori.engine.imports.Imports;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordIntake.Mode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the records of a file into an app, for those with the right to import. The file is uploaded before. */
@RestController
@RequestMapping("/api/apps/{code}")
final class ImportController {

    private static final String IMPORT = "import";

    private final Apps apps;
    private final Imports imports;
    private final ImportJson json;

    ImportController(Apps apps, Imports imports, ImportJson json) {
        this.apps = apps;
        this.imports = imports;
        this.json = json;
    }

    /** How the file would be read: what its columns would be taken for, its first rows. */
    @PostMapping("/imports/preview.json")
    Reply preview(Actor actor, @PathVariable String code, Parameters parameters) throws IOException {
        AppDefinition app = apps.getByCode(actor, code);
        return Reply.of(json.preview(preview(actor, app, parameters), app, actor.locale()));
    }

    /** Begins to read the file in, as a job. */
    @PostMapping("/imports.json")
    Reply start(Actor actor, @PathVariable String code, Parameters parameters) throws IOException {
        AppDefinition app = apps.getByCode(actor, code);
        Imports.Preview preview = preview(actor, app, parameters);
        ImportPlan plan = new ImportPlan(
                preview.format(),
                parameters.oneOf("mode", Mode.class, Mode.ADD),
                parameters.text("key", ""),
                parameters.has("columns") ? parameters.texts("columns") : preview.columns(),
                parameters.flag("keepEmpty"),
                parameters.flag("checkOnly"));
        long job = imports.start(actor, app, parameters.text("fileKey"), plan);
        return Reply.of(Json.object().put(IMPORT, Long.toString(job)));
    }

    private Imports.Preview preview(Actor actor, AppDefinition app, Parameters parameters) throws IOException {
        return imports.preview(
                actor,
                app,
                parameters.text("fileKey"),
                wished(parameters, "encoding", Encoding.class, Encoding.UTF_8),
                wished(parameters, "separator", Separator.class, Separator.COMMA));
    }

    /** Null leaves it to be found out. */
    private static <E extends Enum<E>> @Nullable E wished(
            Parameters parameters, String name, Class<E> type, E otherwise) {
        return parameters.has(name) ? parameters.oneOf(name, type, otherwise) : null;
    }

    /** How far it has come, and what has become of it. */
    @GetMapping("/imports.json")
    Reply status(Actor actor, @PathVariable String code, Parameters parameters) {
        return Reply.of(json.status(status(actor, apps.getByCode(actor, code), parameters)));
    }

    /** What is wrong in the file, by row and column. */
    @GetMapping("/imports/errors.json")
    Reply errors(Actor actor, @PathVariable String code, Parameters parameters) {
        AppDefinition app = apps.getByCode(actor, code);
        return Reply.of(json.errors(status(actor, app, parameters).run(), app, actor.locale()));
    }

    private Imports.Status status(Actor actor, AppDefinition app, Parameters parameters) {
        return imports.status(actor, app, parameters.require(IMPORT).id(IMPORT));
    }

    /** Ends it; what it has written stays. */
    @PostMapping("/imports/cancel.json")
    Reply cancel(Actor actor, @PathVariable String code, Parameters parameters) {
        imports.cancel(
                actor, apps.getByCode(actor, code), parameters.require(IMPORT).id(IMPORT));
        return Reply.of(Json.object());
    }
}
