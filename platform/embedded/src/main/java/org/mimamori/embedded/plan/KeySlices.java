package org.mimamori.embedded.plan;

import java.util.List;
import org.mimamori.embedded.order.Kind;
import org.mimamori.embedded.store.IndexDefinition;

/** Finds where in the key of an index entry the value of each part lies. */
final class KeySlices {

    private static final int EXACT_NUMBER = 0x01;
    private static final int[] FIXED = fixedLengths();

    private final int[] inversions;
    private final int[] ends;
    private byte[] key = {};
    private int known;

    /** @param parts how many of the parts will be asked for */
    KeySlices(List<IndexDefinition.Part> all, int parts) {
        this.inversions = all.stream()
                .limit(parts)
                .mapToInt(part -> part.descending() ? 0xFF : 0)
                .toArray();
        this.ends = new int[parts];
    }

    /** Length behind the tag of the kinds that have but one; -1 for the others. */
    private static int[] fixedLengths() {
        int[] lengths = new int[256];
        java.util.Arrays.fill(lengths, -1);
        for (Kind kind : List.of(Kind.MIN_KEY, Kind.EMPTY, Kind.NULL, Kind.MAX_KEY)) {
            lengths[kind.tag()] = 0;
        }
        lengths[Kind.BOOLEAN.tag()] = 1;
        lengths[Kind.DATE.tag()] = Long.BYTES;
        lengths[Kind.TIMESTAMP.tag()] = Long.BYTES;
        lengths[Kind.OBJECT_ID.tag()] = 12;
        return lengths;
    }

    void open(byte[] entryKey) {
        key = entryKey;
        known = 0;
    }

    int start(int part) {
        return part == 0 ? 0 : end(part - 1);
    }

    /** Behind the last byte of the part; negative when a value of a rare kind stands there or before. */
    int end(int part) {
        while (known <= part) {
            int start = known == 0 ? 0 : ends[known - 1];
            ends[known] = start < 0 ? start : endOf(start, inversions[known]);
            known++;
        }
        return ends[part];
    }

    private int endOf(int start, int inversion) {
        int tag = at(start, inversion);
        int length = FIXED[tag];
        if (length >= 0) {
            return start + 1 + length;
        }
        if (tag == Kind.STRING.tag()) {
            return endOfText(start + 1, inversion);
        }
        int numberEnd = start + 1 + Long.BYTES;
        return tag == Kind.NUMBER.tag() && at(numberEnd, inversion) == EXACT_NUMBER ? numberEnd + 1 : -1;
    }

    /** Text ends with two zeros; a zero of its own is followed by something else. */
    private int endOfText(int start, int inversion) {
        int i = start;
        while (at(i, inversion) != 0 || at(i + 1, inversion) != 0) {
            i += at(i, inversion) == 0 ? 2 : 1;
        }
        return i + 2;
    }

    private int at(int i, int inversion) {
        return (key[i] ^ inversion) & 0xFF;
    }
}
