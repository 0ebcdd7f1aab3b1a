package org.mimamori.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a ZIP from a stranger: never written to disk, and no small one becomes a large one. */
final class BoundedZip {

    private static final int MOST_ENTRIES = 2_000;
    private static final int BUFFER_BYTES = 16 * 1024;

    private BoundedZip() {}

    /**
     * The entries that are asked for, as far as they are there. All others are read too, to know that the whole is a
     * ZIP within its bounds.
     *
     * @param wanted largest size in bytes of each, by name
     * @param most largest size in bytes of everything unpacked
     * @throws IOException for what is no ZIP, is beyond a bound or has a wanted name twice
     */
    static Map<String, byte[]> read(InputStream packed, Map<String, Integer> wanted, long most) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        long left = most;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw new IOException("too many entries");
                }
                Integer bound = wanted.get(entry.getName());
                if (bound == null) {
                    left -= skip(zip, left);
                } else {
                    byte[] content = content(zip, bound);
                    left -= content.length;
                    if (found.put(entry.getName(), content) != null) {
                        throw new IOException(entry.getName() + " twice");
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("a name that cannot be read", e);
        }
        if (entries == 0) {
            throw new IOException("no ZIP");
        }
        return found;
    }

    private static byte[] content(InputStream entry, int bound) throws IOException {
        byte[] content = entry.readNBytes(bound + 1);
        if (content.length > bound) {
            throw new IOException("too large");
        }
        return content;
    }

    private static long skip(InputStream entry, long bound) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long total = 0;
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            total += read;
            if (total > bound) {
                throw new IOException("too large");
            }
        }
        return total;
    }
}
