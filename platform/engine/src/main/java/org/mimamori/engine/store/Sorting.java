package org.mimamori.engine.store;

import java.util.List;
import org.bson.Document;
import org.mimamori.engine.query.SortKey;

/** Orders of lists for the database: always total, the record number deciding in the end. */
final class Sorting {

    static final int ASCENDING = 1;
    static final int DESCENDING = -1;

    private Sorting() {}

    static Document of(Places places, List<SortKey> keys) {
        Document sort = new Document();
        for (SortKey key : keys) {
            Place place = places.of(key.field());
            sort.putIfAbsent(place.order(), key.ascending() ? ASCENDING : DESCENDING);
            if (place.kind() == Place.Kind.NUMBER) {
                return sort;
            }
        }
        sort.put(RecordLayout.NUMBER, DESCENDING);
        return sort;
    }
}
