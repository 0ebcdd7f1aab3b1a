package org.mimamori.engine.settings;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.file.StoredFile;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of one change of settings. An upload key is used up: the app keeps the file under another, by which those
 * who see the app can read it. A key that the settings hold already stays as it is.
 */
final class SettingsFiles {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileStore store;
    private final Actor actor;
    private final Predicate<StoredFile> fitting;
    private final List<StoredFile> used = new ArrayList<>();
    private final List<StoredFile> kept = new ArrayList<>();

    /** @param fitting which uploads can stand here */
    SettingsFiles(FileStore store, Actor actor, Predicate<StoredFile> fitting) {
        this.store = store;
        this.actor = actor;
        this.fitting = fitting;
    }

    /** What a definition says of a file a client names by its key. */
    ObjectNode resolve(AppDefinition before, ObjectNode given) {
        String key = given.path("fileKey").asString("");
        Map<String, FileRef> held = before.settings().files().stream()
                .collect(Collectors.toMap(FileRef::key, file -> file, (one, same) -> one));
        FileRef known = held.get(key);
        return json(known == null ? keep(before, key) : known);
    }

    private FileRef keep(AppDefinition before, String key) {
        StoredFile upload = store.find(key)
                .filter(file -> file.place() == null)
                .filter(file -> file.uploader().equals(actor.ref()))
                .filter(fitting)
                .orElseThrow(() -> new Problem.FileNotFound(key).asException());
        StoredFile file = new StoredFile(
                newKey(),
                upload.name(),
                upload.contentType(),
                upload.size(),
                upload.hash(),
                upload.uploader(),
                upload.uploadedAt(),
                StoredFile.Place.ofSettings(before.id()));
        used.add(upload);
        kept.add(file);
        return new FileRef(file.key(), file.name(), file.contentType(), file.size());
    }

    /** Keeps what was resolved, in the transaction of the change. */
    void claim() {
        kept.forEach(store::save);
        used.forEach(upload -> store.delete(upload.key()));
    }

    private static ObjectNode json(FileRef file) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("fileKey", file.key())
                .put("name", file.name())
                .put("contentType", file.contentType())
                .put("size", Long.toString(file.size()));
    }

    private static String newKey() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
