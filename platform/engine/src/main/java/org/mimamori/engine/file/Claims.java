package org.mimamori.engine.file;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.Problem;

/**
 * Ties uploads to where they hang. An upload key can be used once, by whoever uploaded the file; from then on the file
 * goes by another key, under which it can be read by those who may see its place. kintone's rule.
 */
public final class Claims {

    private final FileStore files;
    private final SecureRandom random = new SecureRandom();

    public Claims(FileStore files) {
        this.files = files;
    }

    /** The actor's own upload of that key that nothing has claimed yet, or {@code FileNotFound}. */
    public StoredFile upload(Actor actor, String key) {
        Optional<StoredFile> upload = files.find(key)
                .filter(file -> file.place() == null)
                .filter(file ->
                        actor instanceof Actor.Platform || file.uploader().equals(actor.ref()));
        return upload.orElseThrow(() -> new Problem.FileNotFound(key).asException());
    }

    /** Claims an upload; joins the running transaction. */
    public StoredFile claim(Actor actor, String key, StoredFile.Place place) {
        StoredFile upload = upload(actor, key);
        StoredFile kept = new StoredFile(
                newKey(),
                upload.name(),
                upload.contentType(),
                upload.size(),
                upload.hash(),
                upload.uploader(),
                upload.uploadedAt(),
                place);
        files.save(kept);
        files.delete(upload.key());
        return kept;
    }

    /** An unguessable key. */
    public String newKey() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
