package org.mimamori.engine.store;

import com.mongodb.client.model.Projections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.mimamori.engine.app.AppDefinition;

/**
 * What a record holds in fields of the recycle bin, carried over when the record is saved: it is written as the form is
 * now, and the field may yet be put back. Costs a read where the bin holds something, and nothing elsewhere.
 */
final class BinnedValues {

    /** Definitions that are edited leave old ones behind. */
    private static final int MOST = 1000;

    private final MongoAccess mongo;
    private final Map<AppDefinition, Set<String>> binned = new IdentityHashMap<>();

    BinnedValues(MongoAccess mongo) {
        this.mongo = mongo;
    }

    /**
     * Takes over what the record holds in the database.
     *
     * @param record the record as it is to be written; changed in place
     * @param same finds the record as it is
     */
    void carryInto(RecordLayout layout, Document record, Document same) {
        Set<String> ids = of(layout.app());
        Document before = ids.isEmpty()
                ? null
                : mongo.find(
                        layout.collection(),
                        c -> c.find(same)
                                .projection(Projections.include(RecordLayout.VALUES))
                                .first());
        if (before != null) {
            GoneValues.carry(
                    ids::contains,
                    before.get(RecordLayout.VALUES, new Document()),
                    record.get(RecordLayout.VALUES, Document.class));
        }
    }

    /** Ids of the fields in the bin. What is put into it comes with a new definition. */
    private synchronized Set<String> of(AppDefinition app) {
        if (binned.size() >= MOST) {
            binned.clear();
        }
        return binned.computeIfAbsent(app, this::read);
    }

    private Set<String> read(AppDefinition app) {
        Document stored = mongo.find(
                MongoAppStore.COLLECTION,
                c -> c.find(new Document("_id", app.id().value()))
                        .projection(Projections.include(AppCodec.DROPPED))
                        .first());
        return stored == null ? Set.of() : AppCodec.binned(stored);
    }
}
