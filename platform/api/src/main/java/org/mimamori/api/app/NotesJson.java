package org.mimamori.api.app;

import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AdminNotes;
import org.mimamori.engine.app.AppDefinition;
import tools.jackson.databind.node.ObjectNode;

/** The notes for who manages an app, as kintone's JSON. */
final class NotesJson {

    private NotesJson() {}

    static ObjectNode of(AppDefinition app) {
        AdminNotes notes = app.settings().adminNotes();
        return Json.object()
                .put("content", notes.content())
                .put("includeInTemplateAndDuplicates", notes.inCopies())
                .put("revision", Long.toString(app.revision()));
    }
}
