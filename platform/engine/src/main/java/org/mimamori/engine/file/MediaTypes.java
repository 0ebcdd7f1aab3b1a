package org.mimamori.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import org.apache.tika.Tika;

/** What a file really is, told from its first bytes, whatever its sender says. */
public final class MediaTypes {

    /** How many bytes are looked at. */
    public static final int SNIFFED = 64 * 1024;

    private static final int LONGEST_NAME = 200;

    private static final Tika TIKA = new Tika();

    private MediaTypes() {}

    /** The media type; the stream must support marks and stands at its beginning afterwards. */
    public static String sniff(InputStream content, String name) throws IOException {
        return TIKA.detect(content, name);
    }

    /** A name without folders and control characters, of bearable length, that no file system takes for a path. */
    public static String plainName(String name) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC).replace('\\', '/');
        String last = normal.substring(normal.lastIndexOf('/') + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String named = last.isEmpty() || last.equals(".") || last.equals("..") ? "file" : last;
        int length = named.codePointCount(0, named.length());
        return length <= LONGEST_NAME ? named : named.substring(named.offsetByCodePoints(0, length - LONGEST_NAME));
    }
}
