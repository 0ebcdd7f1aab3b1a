package org.mimamori.engine.file;

import java.io.IOException;
import java.io.InputStream;

/** Port: the bytes of files, addressed by their content. */
public interface BlobStore {

    /**
     * Keeps the content.
     *
     * @param limit largest size in bytes
     * @throws org.mimamori.engine.problem.PlatformException with {@code TooLarge} beyond the limit, nothing kept
     */
    Blob write(InputStream content, long limit) throws IOException;

    InputStream read(String hash) throws IOException;

    void delete(String hash) throws IOException;

    /**
     * Kept content.
     *
     * @param hash SHA-256 in hex
     * @param size in bytes
     */
    record Blob(String hash, long size) {}
}
