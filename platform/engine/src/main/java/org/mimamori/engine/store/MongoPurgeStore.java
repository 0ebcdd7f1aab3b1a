package org.mimamori.engine.store;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.record.PurgeStore;

/** Takes the values of deleted fields out of the documents of records and of the change log. */
final class MongoPurgeStore implements PurgeStore {

    private static final int SIZE = 500;

    private final MongoAccess mongo;
    private final Transactions transactions;

    MongoPurgeStore(MongoAccess mongo, Transactions transactions) {
        this.mongo = mongo;
        this.transactions = transactions;
    }

    @Override
    public Page records(AppDefinition app, Set<String> fields, long after, Consumer<Collection<String>> files) {
        RecordLayout layout = RecordLayout.of(app);
        return transactions.run(() -> {
            List<Document> page = page(layout.collection(), new Document(RecordLayout.NUMBER, beyond(after)));
            List<WriteModel<Document>> writes = new ArrayList<>();
            Set<String> keys = new HashSet<>();
            for (Document record : page) {
                PurgedRecord purged = PurgedRecord.of(layout, record, fields);
                if (!purged.isEmpty()) {
                    keys.addAll(purged.files());
                    writes.add(new UpdateOneModel<>(
                            new Document(RecordLayout.NUMBER, record.get(RecordLayout.NUMBER)), purged.update()));
                }
            }
            return written(layout.collection(), page, writes, keys, files, after);
        });
    }

    @Override
    public Page changes(AppDefinition app, Set<String> fields, long after, Consumer<Collection<String>> files) {
        Document condition = new Document(ChangeCodec.NUMBER, beyond(after))
                .append(ChangeCodec.APP, app.id().value());
        return transactions.run(() -> {
            List<Document> page = page(MongoChangeStore.COLLECTION, condition);
            List<WriteModel<Document>> writes = new ArrayList<>();
            Set<String> keys = new HashSet<>();
            for (Document entry : page) {
                List<Document> diffs = entry.getList(ChangeCodec.DIFFS, Document.class, List.of());
                PurgedChange.Left left = PurgedChange.of(diffs, fields);
                if (!left.diffs().equals(diffs)) {
                    keys.addAll(left.files());
                    writes.add(new UpdateOneModel<>(
                            new Document(ChangeCodec.NUMBER, entry.get(ChangeCodec.NUMBER)),
                            new Document("$set", new Document(ChangeCodec.DIFFS, left.diffs()))));
                }
            }
            return written(MongoChangeStore.COLLECTION, page, writes, keys, files, after);
        });
    }

    private static Document beyond(long number) {
        return new Document("$gt", number);
    }

    private List<Document> page(String collection, Document condition) {
        return mongo.get(
                collection,
                c -> c.find(condition)
                        .sort(new Document("_id", Sorting.ASCENDING))
                        .limit(SIZE)
                        .into(new ArrayList<>()));
    }

    /** Files go first: what is interrupted finds them again where they were named. */
    private Page written(
            String collection,
            List<Document> page,
            List<WriteModel<Document>> writes,
            Set<String> keys,
            Consumer<Collection<String>> files,
            long after) {
        if (!keys.isEmpty()) {
            files.accept(keys);
        }
        if (!writes.isEmpty()) {
            mongo.get(collection, c -> c.bulkWrite(writes));
        }
        long last = page.isEmpty() ? after : page.getLast().getLong("_id");
        return new Page(last, page.size(), writes.size());
    }
}
