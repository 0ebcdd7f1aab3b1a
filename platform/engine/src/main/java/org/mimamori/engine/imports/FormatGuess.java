package org.mimamori.engine.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.imports.FileFormat.Encoding;
import org.mimamori.engine.imports.FileFormat.Separator;

/** Finds out how a file is written, as far as nobody has said so. */
final class FormatGuess {

    private static final int CHUNK = 8192;

    /** A first row that is longer is none. */
    private static final int LONGEST_HEADER = 1_000_000;

    private FormatGuess() {}

    static FileFormat of(FileContent content, @Nullable Encoding encoding, @Nullable Separator separator)
            throws IOException {
        Encoding known = encoding == null ? encoding(content) : encoding;
        return new FileFormat(known, separator == null ? separator(content, known) : separator);
    }

    /** What reads as UTF-8 from its first byte to its last is UTF-8; other encodings hardly ever do. */
    private static Encoding encoding(FileContent content) throws IOException {
        byte[] start = start(content);
        boolean wide = start.length >= 2
                && ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
                        || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF));
        if (wide) {
            return Encoding.UTF_16;
        }
        return isUtf8(content) ? Encoding.UTF_8 : Encoding.SHIFT_JIS;
    }

    private static byte[] start(FileContent content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(2);
        }
    }

    private static boolean isUtf8(FileContent content) throws IOException {
        char[] chunk = new char[CHUNK];
        try (Reader reader = new InputStreamReader(
                content.open(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            int read;
            do {
                read = reader.read(chunk);
            } while (read >= 0);
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** The one that is most often in the first row, quoted text apart. */
    private static Separator separator(FileContent content, Encoding encoding) throws IOException {
        String header = firstRow(content, encoding);
        return Arrays.stream(Separator.values())
                .max(Comparator.comparingLong((Separator one) -> count(header, one.sign()))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(Separator.COMMA);
    }

    private static String firstRow(FileContent content, Encoding encoding) throws IOException {
        StringBuilder row = new StringBuilder();
        boolean quoted = false;
        try (Reader reader = new BufferedReader(new InputStreamReader(content.open(), encoding.charset()))) {
            int c = reader.read();
            while (c >= 0 && (quoted || c != '\n' && c != '\r') && row.length() < LONGEST_HEADER) {
                quoted ^= c == '"';
                row.append(quoted ? ' ' : (char) c);
                c = reader.read();
            }
        }
        return row.toString();
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }
}
