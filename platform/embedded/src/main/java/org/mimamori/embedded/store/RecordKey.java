package org.mimamori.embedded.store;

import java.util.Arrays;

/** The key of a record at the end of an index key. */
public final class RecordKey {

    static final int LENGTH_BYTES = 4;

    private RecordKey() {}

    static byte[] append(byte[] values, byte[] recordKey) {
        byte[] key = Arrays.copyOf(values, values.length + recordKey.length + LENGTH_BYTES);
        System.arraycopy(recordKey, 0, key, values.length, recordKey.length);
        for (int i = 0; i < LENGTH_BYTES; i++) {
            key[key.length - 1 - i] = (byte) (recordKey.length >>> 8 * i);
        }
        return key;
    }

    /** Length of the record's key in an index key. */
    static int length(byte[] indexKey) {
        int length = 0;
        for (int i = LENGTH_BYTES; i > 0; i--) {
            length = length << 8 | indexKey[indexKey.length - i] & 0xFF;
        }
        return length;
    }

    /** The record an index key leads to. */
    public static byte[] of(byte[] indexKey) {
        int length = length(indexKey);
        int end = indexKey.length - LENGTH_BYTES;
        return Arrays.copyOfRange(indexKey, end - length, end);
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }
}
