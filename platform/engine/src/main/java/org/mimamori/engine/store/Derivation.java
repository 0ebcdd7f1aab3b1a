package org.mimamori.engine.store;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.process.Status;
import org.mimamori.engine.text.Folding;

/**
 * Brings what records keep beside their values in line with the definition: the order of options, keys of several
 * fields, the text of options no longer offered. Nothing is done to records that already fit.
 */
final class Derivation {

    /** To be raised when what is kept beside values changes; every record is then written anew once. */
    private static final String VERSION = "2";

    /** Planes of Unicode that hold letters. */
    private static final int LAST_LETTER = 0x3FFFF;

    private static final int PAGE = 500;

    private final MongoAccess mongo;

    Derivation(MongoAccess mongo) {
        this.mongo = mongo;
    }

    /** The settings on which it depends, one text per part. */
    static List<String> parts(RecordLayout layout) {
        List<String> parts = new ArrayList<>(List.of(VERSION, Fingerprint.OF_FOLDING));
        layout.fields().forEach(field -> parts.add(field.derivation()));
        layout.keys().forEach(key -> parts.add("key " + key.id()));
        return parts;
    }

    /** Whether records written under other parts may not fit; a field nobody could fill yet changes nothing. */
    static boolean isStale(RecordLayout layout, List<String> before, Set<String> idsBefore) {
        Set<String> changed = new HashSet<>(parts(layout));
        before.forEach(changed::remove);
        layout.fields().stream()
                .filter(field -> !field.isOfProcess() && !idsBefore.contains(field.id()))
                .forEach(field -> changed.remove(field.derivation()));
        return !changed.isEmpty();
    }

    /** Writes the records anew that do not fit. */
    void bringUpToDate(RecordLayout layout) {
        RecordCodec codec = new RecordCodec(layout);
        rewrite(layout, new Document(), codec::writeAnew);
    }

    /**
     * Puts records without a status into the first, and those of a renamed one under its new name. To be done once the
     * definition is kept; until then they are read as if it were done. Costs nothing when there are none.
     */
    void settleStatuses(RecordLayout layout) {
        ProcessDefinition process = layout.app().process();
        List<@Nullable Object> held = new ArrayList<>();
        process.statuses().stream()
                .map(Status::formerName)
                .filter(name -> process.status(name).isEmpty())
                .forEach(held::add);
        if (process.enabled()) {
            held.add(null);
        }
        if (!held.isEmpty()) {
            RecordCodec codec = new RecordCodec(layout);
            rewrite(layout, new Document(RecordLayout.STATUS, new Document("$in", held)), codec::settled);
        }
    }

    private void rewrite(RecordLayout layout, Document condition, UnaryOperator<Document> change) {
        mongo.run(layout.collection(), c -> {
            try (MongoCursor<Document> records = c.find(condition)
                    .sort(new Document(RecordLayout.NUMBER, Sorting.ASCENDING))
                    .batchSize(PAGE)
                    .cursor()) {
                while (records.hasNext()) {
                    replace(layout, page(records, change));
                }
            }
        });
    }

    private static List<WriteModel<Document>> page(MongoCursor<Document> records, UnaryOperator<Document> change) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (int i = 0; i < PAGE && records.hasNext(); i++) {
            Document before = records.next();
            Document after = change.apply(before);
            if (!after.equals(before)) {
                Document same = new Document(RecordLayout.NUMBER, before.get(RecordLayout.NUMBER))
                        .append(RecordLayout.REVISION, before.get(RecordLayout.REVISION));
                writes.add(new ReplaceOneModel<>(same, after));
            }
        }
        return writes;
    }

    private void replace(RecordLayout layout, List<WriteModel<Document>> writes) {
        if (!writes.isEmpty()) {
            mongo.run(layout.collection(), c -> c.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        }
    }

    /** Made once, when the first app is prepared. */
    private static final class Fingerprint {

        /** Changes when text folds otherwise than before: with our tables, or with Java's Unicode. */
        static final String OF_FOLDING = "folding " + Integer.toHexString(ofFolding());

        private static int ofFolding() {
            int hash = 0;
            for (int c = 0; c <= LAST_LETTER; c++) {
                if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
                    hash = 31 * hash + Folding.fold(Character.toString(c)).hashCode();
                }
            }
            return hash;
        }
    }
}
