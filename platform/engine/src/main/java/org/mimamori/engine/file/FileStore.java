package org.mimamori.engine.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppId;

/** Port: what is known of files; their bytes are in the {@link BlobStore}. */
public interface FileStore {

    void save(StoredFile file);

    Optional<StoredFile> find(String key);

    void delete(String key);

    /** Unclaimed files uploaded before the instant. */
    List<StoredFile> unclaimedBefore(Instant instant, int limit);

    /** Size of all files attached in an app, in bytes. */
    long usage(AppId app);

    /** Whether any file has this content. */
    boolean references(String hash);
}
