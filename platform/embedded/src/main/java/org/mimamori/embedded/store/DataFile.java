package org.mimamori.embedded.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.mimamori.embedded.EmbeddedSettings;
import org.mimamori.embedded.EmbeddedStoreException;

/** Opens the data file, or says clearly why not. */
final class DataFile {

    /** Raised whenever an older program could no longer read what this one writes. */
    static final long FORMAT = 1;

    /** Index entries are short: with the usual 48 of them to a page, trees would be a level higher. */
    private static final int KEYS_PER_PAGE = 160;

    private static final byte[] FORMAT_KEY = "format".getBytes(StandardCharsets.UTF_8);

    private DataFile() {}

    static MVStore open(EmbeddedSettings settings) {
        MVStore.Builder builder = new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .keysPerPage(KEYS_PER_PAGE);
        settings.file().ifPresent(path -> builder.fileName(path.toString()));
        try {
            MVStore file = builder.cacheSize(settings.cacheMegabytes()).open();
            file.setVersionsToKeep(0);
            if (settings.file().isPresent()) {
                // Room may be used again at once: each checkpoint is on the disk before the next begins.
                file.setRetentionTime(0);
            }
            return file;
        } catch (MVStoreException e) {
            throw explain(settings, e);
        }
    }

    private static EmbeddedStoreException explain(EmbeddedSettings settings, MVStoreException e) {
        String path = settings.file().map(Object::toString).orElse("in memory");
        String why = switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                "The data file " + path + " is in use by another process. Stop that one first: "
                        + "two programs must never write one data file.";
            case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                "The data file " + path + " was written in a format this version cannot read.";
            case DataUtils.ERROR_FILE_CORRUPT -> "The data file " + path + " is damaged. Restore it from a backup.";
            default -> "The data file " + path + " cannot be opened: " + e.getMessage();
        };
        return new EmbeddedStoreException(why, e);
    }

    /** Opens the map of facts about the file, after checking that this program understands the file. */
    static MVMap<byte[], byte[]> about(MVStore file) {
        MVMap<byte[], byte[]> about = Catalogue.openMap(file, "about");
        long format = number(about, FORMAT_KEY);
        if (format > FORMAT) {
            file.closeImmediately();
            throw new EmbeddedStoreException("The data file has format " + format + ", but this version of the program"
                    + " knows formats up to " + FORMAT + ". Use the newer version that wrote it.");
        }
        setNumber(about, FORMAT_KEY, FORMAT);
        return about;
    }

    static long number(MVMap<byte[], byte[]> about, byte[] key) {
        byte[] value = about.get(key);
        return value == null ? 0 : ByteBuffer.wrap(value).getLong();
    }

    static void setNumber(MVMap<byte[], byte[]> about, byte[] key, long number) {
        if (number(about, key) != number || number == 0) {
            about.put(key, ByteBuffer.allocate(8).putLong(0, number).array());
        }
    }
}
