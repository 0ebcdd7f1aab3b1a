package org.mimamori.engine.settings;

import java.util.Optional;
import java.util.function.Predicate;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.file.Claims;
import org.mimamori.engine.file.StoredFile;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of one change of settings, inside its transaction. A file the settings hold already is named by the key it
 * has; any other must be an upload, which the app keeps from then on.
 */
final class SettingsFiles {

    private final Claims claims;
    private final Actor actor;
    private final Predicate<StoredFile> fitting;

    /** @param fitting which uploads can stand here */
    SettingsFiles(Claims claims, Actor actor, Predicate<StoredFile> fitting) {
        this.claims = claims;
        this.actor = actor;
        this.fitting = fitting;
    }

    /** What a definition says of a file a client names by its key. */
    ObjectNode resolve(AppDefinition before, ObjectNode given) {
        String key = given.path("fileKey").asString("");
        Optional<FileRef> held = before.settings().files().stream()
                .filter(file -> file.key().equals(key))
                .findFirst();
        return json(held.orElseGet(() -> keep(before, key)));
    }

    private FileRef keep(AppDefinition before, String key) {
        if (!fitting.test(claims.upload(actor, key))) {
            throw new Problem.FileNotFound(key).asException();
        }
        StoredFile kept = claims.claim(actor, key, new StoredFile.Place.InSettings(before.id()));
        return new FileRef(kept.key(), kept.name(), kept.contentType(), kept.size());
    }

    private static ObjectNode json(FileRef file) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("fileKey", file.key())
                .put("name", file.name())
                .put("contentType", file.contentType())
                .put("size", Long.toString(file.size()));
    }
}
