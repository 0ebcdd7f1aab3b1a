package org.mimamori.api.imports;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.error.Explainer;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.imports.ImportFault;
import org.mimamori.engine.imports.ImportRun;
import org.mimamori.engine.imports.Imports;
import org.mimamori.engine.job.Job;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of an import, as JSON. */
@Component
final class ImportJson {

    private final Explainer explainer;

    ImportJson(Explainer explainer) {
        this.explainer = explainer;
    }

    ObjectNode preview(Imports.Preview preview, AppDefinition app, Locale locale) {
        ObjectNode json = Json.object()
                .put("encoding", preview.format().encoding().name())
                .put("separator", preview.format().separator().name());
        ArrayNode columns = json.putArray("columns");
        for (int i = 0; i < preview.header().size(); i++) {
            columns.addObject()
                    .put("name", preview.header().get(i))
                    .put("target", preview.columns().get(i));
        }
        ArrayNode rows = json.putArray("rows");
        preview.samples().forEach(cells -> texts(rows.addArray(), cells));
        ArrayNode fields = json.putArray("fields");
        preview.targets()
                .forEach(target -> field(fields.addObject(), target.field(), app, locale)
                        .put(
                                "table",
                                target.table() == null
                                        ? null
                                        : target.table().code().text()));
        ArrayNode keys = json.putArray("keys");
        preview.keys().forEach(key -> field(keys.addObject(), key, app, locale));
        return json;
    }

    private static void texts(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }

    private static ObjectNode field(ObjectNode json, Field field, AppDefinition app, Locale locale) {
        return json.put("code", field.code().text())
                .put("label", app.labels().of(field, locale))
                .put("type", field.type());
    }

    ObjectNode status(Imports.Status status) {
        ImportRun run = status.run();
        Job job = status.job();
        return Json.object()
                .put("id", Long.toString(run.job()))
                .put("state", job.state().name())
                .put("fileName", run.fileName())
                .put("mode", run.plan().mode().name())
                .put("checkOnly", run.plan().checkOnly())
                .put("records", Long.toString(run.records()))
                .put("checked", Long.toString(Math.min(job.done(), run.records())))
                .put("written", Long.toString(run.added() + run.updated()))
                .put("toAdd", Long.toString(run.toAdd()))
                .put("toUpdate", Long.toString(run.toUpdate()))
                .put("added", Long.toString(run.added()))
                .put("updated", Long.toString(run.updated()))
                .put("errors", Integer.toString(run.faults().size()))
                .put("moreErrors", run.more())
                .put("createdAt", seconds(job.createdAt()))
                .put("endedAt", seconds(job.endedAt()));
    }

    private static @Nullable String seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    ObjectNode errors(ImportRun run, AppDefinition app, Locale locale) {
        ObjectNode json = Json.object();
        ArrayNode errors = json.putArray("errors");
        run.faults().forEach(fault -> error(errors.addObject(), fault, app, locale));
        return json.put("more", run.more());
    }

    private void error(ObjectNode json, ImportFault fault, AppDefinition app, Locale locale) {
        String field = fault.problem().field();
        String label = field.isBlank()
                ? ""
                : app.field(new FieldCode(field))
                        .map(known -> app.labels().of(known, locale))
                        .orElse("");
        json.put("row", fault.row() == 0 ? null : Long.toString(fault.row()))
                .put("column", fault.column() == ImportFault.NO_COLUMN ? null : Integer.toString(fault.column()))
                .put("field", field)
                .put("label", label)
                .put("message", explainer.sentence(locale, fault.problem()));
    }
}
