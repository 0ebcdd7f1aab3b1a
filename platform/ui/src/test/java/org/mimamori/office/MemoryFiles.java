package org.mimamori.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.file.StoredFile;

/** Files in memory. */
public final class MemoryFiles implements FileStore, BlobStore {

    private final Map<String, StoredFile> files = new HashMap<>();
    private final Map<String, byte[]> blobs = new HashMap<>();

    @Override
    public synchronized void save(StoredFile file) {
        files.put(file.key(), file);
    }

    @Override
    public synchronized Optional<StoredFile> find(String key) {
        return Optional.ofNullable(files.get(key));
    }

    @Override
    public synchronized void delete(String key) {
        files.remove(key);
        blobs.remove(key);
    }

    @Override
    public synchronized List<StoredFile> unclaimedBefore(Instant instant, int limit) {
        return files.values().stream()
                .filter(file -> file.place() == null && file.uploadedAt().isBefore(instant))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long usage(AppId app) {
        return files.values().stream()
                .filter(file -> file.place() instanceof StoredFile.Place.InRecord place
                        && place.app().equals(app))
                .mapToLong(StoredFile::size)
                .sum();
    }

    @Override
    public synchronized boolean references(String hash) {
        return files.values().stream().anyMatch(file -> file.hash().equals(hash));
    }

    @Override
    public synchronized Blob write(InputStream content, long limit) throws IOException {
        byte[] bytes = content.readAllBytes();
        String hash = HexFormat.of().toHexDigits(Arrays.hashCode(bytes));
        blobs.put(hash, bytes);
        return new Blob(hash, bytes.length);
    }

    @Override
    public synchronized InputStream read(String hash) throws IOException {
        byte[] bytes = blobs.get(hash);
        if (bytes == null) {
            throw new IOException("no such content");
        }
        return new ByteArrayInputStream(bytes);
    }
}
