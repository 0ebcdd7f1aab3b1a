package org.mimamori.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimamori.embedded.order.KeyWriter;
import org.mimamori.embedded.store.SortedBytes.Entry;

/** Blocks hold what a plain sorted set holds, whatever is put in and taken out, and in whatever order. */
class BlocksTest {

    private static final int STEPS = 600;

    private final MVMap<byte[], byte[]> map = Catalogue.openMap(MVStore.open(null), "b.1");
    private final TreeSet<byte[]> model = new TreeSet<>(Arrays::compareUnsigned);
    private final Changes changes = new Changes();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsWhatAPlainSetHolds(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            int many = random.nextInt(4) == 0 ? 60 : 1;
            for (int i = 0; i < many; i++) {
                change(key(random), random.nextInt(4) > 0);
            }
            changes.flush();
            if (step % 20 == 0) {
                compare(random);
            }
        }
        assertThat(map.sizeAsLong()).as("blocks").isLessThan(model.size() / 4);
        compare(random);
    }

    @Test
    void fillsBlocksUpWhenKeysOnlyGrow() {
        for (int record = 0; record < 10 * Block.MOST; record++) {
            change(RecordKey.append(KeyWriter.key("値"), KeyWriter.key((long) record)), true);
            if (record % 50 == 0) {
                changes.flush();
            }
        }
        changes.flush();

        // Where the numbers get a byte longer a block has to be begun anew, and may end early.
        assertThat(map.sizeAsLong()).isBetween(10L, 14L);
        assertThat(all()).isEqualTo(hex(model));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void takesEverythingBackToAMark(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            change(key(random), true);
        }
        changes.flush();
        change(key(random), true);
        Changes.Mark mark = changes.mark();
        TreeSet<byte[]> before = new TreeSet<>(model);
        for (int i = 0; i < 500; i++) {
            change(key(random), random.nextBoolean());
            if (i % 90 == 0) {
                changes.flush();
            }
        }

        changes.undoTo(mark);
        changes.flush();

        assertThat(all()).isEqualTo(hex(before));
        changes.undoTo(Changes.Mark.START);
        assertThat(map.isEmpty()).isTrue();
    }

    private void change(byte[] key, boolean wanted) {
        changes.wait(map, key, wanted);
        if (wanted) {
            model.add(key);
        } else {
            model.remove(key);
        }
    }

    /** Of few values and many records, some of which have keys of other lengths, or too long for a block. */
    private static byte[] key(Random random) {
        Object value = random.nextBoolean() ? (Object) ("v" + random.nextInt(3)) : random.nextInt(4);
        Object record = switch (random.nextInt(40)) {
            case 0 -> "r".repeat(1 + random.nextInt(3)) + random.nextInt(9);
            case 1 -> "r".repeat(300) + random.nextInt(9);
            case 2 -> 1e18 + random.nextInt(5) * 1e4;
            default -> (long) random.nextInt(3_000);
        };
        return RecordKey.append(KeyWriter.key(value), KeyWriter.key(record));
    }

    private void compare(Random random) {
        assertThat(all()).isEqualTo(hex(model));
        Blocks blocks = blocks();
        for (int i = 0; i < 10; i++) {
            byte[] from = random.nextInt(5) == 0 ? null : bound(random);
            byte[] to = random.nextInt(5) == 0 ? null : bound(random);
            NavigableSet<byte[]> range = range(from, to);
            assertThat(read(blocks.entries(from, to, false))).isEqualTo(hex(range));
            assertThat(read(blocks.entries(from, to, true))).isEqualTo(hex(range.descendingSet()));
            assertThat(read(blocks.entriesAfter(3, from, to, false)))
                    .isEqualTo(hex(range).stream().skip(3).toList());
            byte[] key = bound(random);
            assertThat(blocks.ceilingKey(key)).isEqualTo(model.ceiling(key));
        }
        byte[] value = KeyWriter.key("v1");
        byte[] end = KeyWriter.key("v2");
        assertThat(blocks.size(value, end)).isEqualTo(range(value, end).size());
    }

    private static byte[] bound(Random random) {
        return random.nextBoolean() ? key(random) : KeyWriter.key("v" + random.nextInt(3));
    }

    private NavigableSet<byte[]> range(byte @Nullable [] from, byte @Nullable [] to) {
        NavigableSet<byte[]> range = from == null ? model : model.tailSet(from, true);
        if (to == null) {
            return range;
        }
        return from != null && Arrays.compareUnsigned(from, to) > 0 ? new TreeSet<>() : range.headSet(to, false);
    }

    private Blocks blocks() {
        return new Blocks(new SortedBytes(map));
    }

    private List<String> all() {
        return read(blocks().entries(null, null, false));
    }

    private static List<String> read(Iterator<Entry> entries) {
        List<String> keys = new ArrayList<>();
        entries.forEachRemaining(entry -> keys.add(HexFormat.of().formatHex(entry.key())));
        return keys;
    }

    private static List<String> hex(NavigableSet<byte[]> keys) {
        return keys.stream().map(HexFormat.of()::formatHex).toList();
    }
}
