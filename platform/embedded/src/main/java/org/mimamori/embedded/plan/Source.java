package org.mimamori.embedded.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.store.IndexDefinition;
import org.mimamori.embedded.store.IndexView;
import org.mimamori.embedded.store.RecordKey;
import org.mimamori.embedded.store.SortedKeys;
import org.mimamori.embedded.store.TableView;

/** Something that lists the records of a collection in an order: an index, or the data itself, which is by _id. */
record Source(
        String name,
        List<IndexDefinition.Part> parts,
        SortedKeys map,
        @Nullable IndexView index) {

    static final String ID_INDEX = "_id_";
    private static final IndexDefinition.Part ID = new IndexDefinition.Part("_id", false);

    static Source data(TableView table) {
        return new Source(ID_INDEX, List.of(ID), table.data(), null);
    }

    static Source index(IndexView index) {
        return new Source(index.definition().name(), index.definition().parts(), index.map(), index);
    }

    boolean isData() {
        return index == null;
    }

    /** Which of the parts stands for the field; -1 for none. */
    int place(String path) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    boolean isMultikey(int part) {
        return index != null && part < parts.size() && index.isMultikey(part);
    }

    boolean isMultikey() {
        return index != null && index.isMultikey();
    }

    /** The parts by which the entries are in order: those of the index, then the record's own key. */
    List<IndexDefinition.Part> orderParts() {
        if (isData()) {
            return parts;
        }
        List<IndexDefinition.Part> all = new java.util.ArrayList<>(parts);
        all.add(ID);
        return all;
    }

    byte[] recordKey(byte[] entryKey) {
        return isData() ? entryKey : RecordKey.of(entryKey);
    }
}
