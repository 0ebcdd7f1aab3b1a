package org.mimamori.engine.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.file.Claims;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.file.StoredFile;
import org.mimamori.engine.problem.Problem;

/** The files that are read in: uploads of the person, or an import's own until it is over. */
public final class ImportFiles {

    private final FileStore files;
    private final BlobStore blobs;
    private final Claims claims;

    public ImportFiles(FileStore files, BlobStore blobs) {
        this.files = files;
        this.blobs = blobs;
        this.claims = new Claims(files);
    }

    /** The person's own upload, or {@code FileNotFound}. */
    StoredFile upload(Actor actor, String key) {
        return claims.upload(actor, key);
    }

    FileContent content(StoredFile file) {
        return () -> blobs.read(file.hash());
    }

    /** Makes an upload the import's own, so that it stays as long as it is needed; joins the running transaction. */
    StoredFile claim(Actor actor, String key, StoredFile.Place.InImport place) {
        return claims.claim(actor, key, place);
    }

    /** The file of a run, or {@code FileNotFound}. */
    StoredFile of(ImportRun run, Actor actor) {
        return run.plan().checkOnly()
                ? upload(actor, run.fileKey())
                : files.find(run.fileKey()).orElseThrow(() -> new Problem.FileNotFound(run.fileKey()).asException());
    }

    /** Removes the file of a run that is over: it holds what people's records hold. */
    void drop(ImportRun run) {
        if (run.holdsFile()) {
            files.find(run.fileKey()).ifPresent(this::remove);
        }
    }

    private void remove(StoredFile file) {
        files.delete(file.key());
        if (!files.references(file.hash())) {
            try {
                blobs.delete(file.hash());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
