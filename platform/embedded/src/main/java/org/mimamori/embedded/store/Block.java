package org.mimamori.embedded.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring index entries of one value, in one entry of a map: its key is the index key of the first, its value the
 * records' keys, all of one length. What these have in common at their beginnings and ends is left out, because it is
 * in the first. A block of one entry has no value.
 *
 * <p>The value: length of the common beginning, length of the common end, one byte each; then what is between, of each.
 */
final class Block {

    /** Enough to make a block worthwhile, and few enough to make its rewriting cheap. */
    static final int MOST = 192;

    private static final int HEADER = 2;
    private static final int LONGEST = 255;

    private final byte[] first;
    private final byte[] stored;
    private final int recordLength;

    Block(byte[] first, byte[] stored) {
        this.first = first;
        this.stored = stored;
        this.recordLength = RecordKey.length(first);
    }

    byte[] first() {
        return first;
    }

    byte[] stored() {
        return stored;
    }

    /** Whether blocks can hold the entry beside others. */
    static boolean takes(byte[] key) {
        return RecordKey.length(key) <= LONGEST;
    }

    int size() {
        return stored.length == 0 ? 1 : (stored.length - HEADER) / middle();
    }

    private int middle() {
        return recordLength - head() - tail();
    }

    private int head() {
        return stored[0] & 0xFF;
    }

    private int tail() {
        return stored[1] & 0xFF;
    }

    /** The index key of one of its entries. */
    byte[] key(int place) {
        if (stored.length == 0 || place == 0) {
            return first;
        }
        byte[] key = first.clone();
        int middle = middle();
        System.arraycopy(stored, HEADER + place * middle, key, start() + head(), middle);
        return key;
    }

    /** Where the record's key begins in an index key. */
    private int start() {
        return first.length - RecordKey.LENGTH_BYTES - recordLength;
    }

    byte[] last() {
        return key(size() - 1);
    }

    List<byte[]> keys() {
        int size = size();
        List<byte[]> keys = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            keys.add(key(i));
        }
        return keys;
    }

    /** How many of its entries are less than the key. */
    int countBelow(byte[] key) {
        int low = 0;
        int high = size();
        while (low < high) {
            int place = (low + high) >>> 1;
            if (Arrays.compareUnsigned(key(place), key) < 0) {
                low = place + 1;
            } else {
                high = place;
            }
        }
        return low;
    }

    /** Whether the entry is of the same value, and its record's key of the same length. */
    boolean isLike(byte[] key) {
        return key.length == first.length
                && RecordKey.length(key) == recordLength
                && Arrays.equals(key, 0, start(), first, 0, start());
    }

    /**
     * The block with one entry more, or the same if it has it.
     *
     * @param key like those of the block and greater than the first
     * @return null if the block has to be made anew, because there is no room or less in common
     */
    @Nullable
    Block with(byte[] key) {
        int place = countBelow(key);
        if (place < size() && Arrays.equals(key(place), key)) {
            return this;
        }
        if (stored.length == 0 || size() == MOST || !hasTheCommon(key)) {
            return null;
        }
        int middle = middle();
        byte[] longer = spliced(place, place, middle);
        System.arraycopy(key, start() + head(), longer, HEADER + place * middle, middle);
        return new Block(first, longer);
    }

    /**
     * The block without one entry, or the same if it has not got it.
     *
     * @return null if the block has to be made anew, because the first goes
     */
    @Nullable
    Block without(byte[] key) {
        int place = countBelow(key);
        if (place == size() || !Arrays.equals(key(place), key)) {
            return this;
        }
        if (place == 0) {
            return null;
        }
        return new Block(first, size() == 2 ? BytesType.EMPTY : spliced(place, place + 1, 0));
    }

    private boolean hasTheCommon(byte[] key) {
        int from = start() + head();
        int to = first.length - RecordKey.LENGTH_BYTES - tail();
        return Arrays.equals(key, 0, from, first, 0, from)
                && Arrays.equals(key, to, key.length, first, to, first.length);
    }

    /** What is stored, with so many bytes in the place of the entries from the one to before the other. */
    private byte[] spliced(int from, int to, int bytes) {
        int middle = middle();
        int start = HEADER + from * middle;
        int end = HEADER + to * middle;
        byte[] result = Arrays.copyOf(stored, stored.length - (end - start) + bytes);
        System.arraycopy(stored, end, result, start + bytes, stored.length - end);
        return result;
    }

    /**
     * The block with these entries added at its end.
     *
     * @param keys sorted, like those of the block and greater
     * @return null if the block has to be made anew, because there is no room or less in common
     */
    @Nullable
    Block withAll(List<byte[]> keys) {
        if (stored.length == 0 || size() + keys.size() > MOST) {
            return null;
        }
        int middle = middle();
        byte[] longer = Arrays.copyOf(stored, stored.length + keys.size() * middle);
        int place = stored.length;
        for (byte[] key : keys) {
            if (!hasTheCommon(key)) {
                return null;
            }
            System.arraycopy(key, start() + head(), longer, place, middle);
            place += middle;
        }
        return new Block(first, longer);
    }

    /** @param keys sorted, all alike, at least one */
    static Block of(List<byte[]> keys) {
        byte[] first = keys.getFirst();
        if (keys.size() == 1) {
            return new Block(first, BytesType.EMPTY);
        }
        int end = first.length - RecordKey.LENGTH_BYTES;
        int start = end - RecordKey.length(first);
        byte[] last = keys.getLast();
        // In sorted keys what the first and the last begin with, all begin with.
        int from = Arrays.mismatch(first, start, end, last, start, end) + start;
        int to = end;
        while (to > from + 1 && allHave(keys, to - 1, first[to - 1])) {
            to--;
        }
        byte[] stored = new byte[HEADER + keys.size() * (to - from)];
        stored[0] = (byte) (from - start);
        stored[1] = (byte) (end - to);
        for (int i = 0; i < keys.size(); i++) {
            System.arraycopy(keys.get(i), from, stored, HEADER + i * (to - from), to - from);
        }
        return new Block(first, stored);
    }

    private static boolean allHave(List<byte[]> keys, int place, byte value) {
        for (byte[] key : keys) {
            if (key[place] != value) {
                return false;
            }
        }
        return true;
    }
}
