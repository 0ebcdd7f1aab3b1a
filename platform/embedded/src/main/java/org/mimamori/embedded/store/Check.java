package org.mimamori.embedded.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.mimamori.embedded.bson.BsonReader;

/** Compares every index with the records it should lead to. */
public final class Check {

    private static final int MOST = 20;

    private Check() {}

    /** What is wrong with a collection; nothing, if all is well. */
    public static List<String> of(TableView table) {
        List<String> faults = new ArrayList<>();
        for (IndexView index : table.indexes()) {
            check(table, index, faults);
        }
        return faults.size() > MOST ? faults.subList(0, MOST) : faults;
    }

    private static void check(TableView table, IndexView index, List<String> faults) {
        IndexKeys keys = new IndexKeys(index.definition());
        TreeSet<byte[]> expected = new TreeSet<>(Arrays::compareUnsigned);
        for (Iterator<SortedBytes.Entry> entries = table.data().entries(null, null, false); entries.hasNext(); ) {
            SortedBytes.Entry record = entries.next();
            IndexKeys.Keys found = keys.of(BsonReader.read(record.value()));
            found.keys().forEach(key -> expected.add(RecordKey.append(key, record.key())));
            if ((found.multikey() & ~index.multikey()) != 0) {
                faults.add(index.definition().name() + ": does not know that it has met an array");
            }
        }
        for (Iterator<SortedBytes.Entry> entries = index.map().entries(null, null, false); entries.hasNext(); ) {
            if (!expected.remove(entries.next().key())) {
                faults.add(index.definition().name() + ": an entry that no record accounts for");
            }
        }
        if (!expected.isEmpty()) {
            faults.add(index.definition().name() + ": " + expected.size() + " entries are missing");
        }
    }
}
