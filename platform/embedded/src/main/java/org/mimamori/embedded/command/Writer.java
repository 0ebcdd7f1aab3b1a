package org.mimamori.embedded.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonRegularExpression;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.BsonBytes;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.BsonWriter;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.order.KeyWriter;
import org.mimamori.embedded.plan.Deadline;
import org.mimamori.embedded.plan.Finder;
import org.mimamori.embedded.plan.Query;
import org.mimamori.embedded.plan.Row;
import org.mimamori.embedded.store.TableView;
import org.mimamori.embedded.store.WriteUnit;
import org.mimamori.embedded.update.Update;
import org.mimamori.embedded.update.UpsertBase;

/** Changes the records of one collection within one unit of work. */
final class Writer {

    private static final FieldTree ID = FieldTree.of(List.of("_id"));

    private final WriteUnit unit;
    private final String namespace;

    Writer(WriteUnit unit, String namespace) {
        this.unit = unit;
        this.namespace = namespace;
    }

    /** What an update did, with the document of the last record before and after. */
    static final class Outcome {
        private int matched;
        private int modified;
        private @Nullable Document upserted;
        private byte @Nullable [] before;
        private byte @Nullable [] after;

        int matched() {
            return matched;
        }

        int modified() {
            return modified;
        }

        @Nullable
        Document upserted() {
            return upserted;
        }

        byte @Nullable [] before() {
            return before;
        }

        byte @Nullable [] after() {
            return after;
        }

        void add(Outcome other) {
            matched += other.matched;
            modified += other.modified;
        }
    }

    /** Inserts a document as it came, only with an _id if it has none. */
    byte[] insert(byte[] document) {
        byte[] complete = withId(document);
        Document id = BsonReader.read(complete, ID);
        requireValid(complete, id.get("_id"));
        if (!unit.exists(namespace)) {
            unit.create(namespace, new Document());
        }
        unit.insert(namespace, KeyWriter.key(id.get("_id")), complete);
        return complete;
    }

    private static byte[] withId(byte[] document) {
        boolean idFirst = document.length > 8
                && document[4] != 0
                && document[5] == '_'
                && document[6] == 'i'
                && document[7] == 'd'
                && document[8] == 0;
        if (idFirst) {
            return document;
        }
        Document decoded = BsonReader.read(document);
        Document complete = new Document("_id", decoded.containsKey("_id") ? decoded.get("_id") : new ObjectId());
        decoded.remove("_id");
        complete.putAll(decoded);
        return BsonWriter.bytes(complete);
    }

    private static void requireValid(byte[] document, @Nullable Object id) {
        if (id instanceof List<?> || id instanceof BsonRegularExpression || id instanceof BsonUndefined) {
            throw new CommandException(
                    53, "InvalidIdField", "The '_id' value cannot be an array, a regex or undefined");
        }
        if (document.length > BsonBytes.MAX_SIZE) {
            throw new CommandException(10334, "BSONObjectTooLarge", "the document is larger than 16 MB");
        }
        String dollar = BsonReader.findNameStartingWith(document, '$');
        if (dollar != null) {
            throw new CommandException(
                    52,
                    "DollarPrefixedFieldName",
                    "The dollar ($) prefixed field '" + dollar + "' is not valid for storage.");
        }
    }

    Outcome update(Query query, Update update, boolean upsert, Deadline deadline) {
        Outcome outcome = new Outcome();
        for (Row row : find(query, deadline)) {
            outcome.matched++;
            byte[] after = BsonWriter.bytes(
                    update.apply(BsonReader.read(row.document()), new Update.Target(query.filter(), false)));
            outcome.before = row.document();
            outcome.after = after;
            if (!Arrays.equals(after, row.document())) {
                requireValid(after, null);
                unit.replace(namespace, row.key(), row.document(), after);
                outcome.modified++;
            }
        }
        if (outcome.matched == 0 && upsert) {
            upsert(query, update, outcome);
        }
        return outcome;
    }

    private void upsert(Query query, Update update, Outcome outcome) {
        Document base = UpsertBase.of(query.filter());
        Document made = update.apply(base, new Update.Target(query.filter(), true));
        byte[] inserted = insert(BsonWriter.bytes(made));
        outcome.after = inserted;
        outcome.upserted = BsonReader.read(inserted, ID);
    }

    int delete(Query query, Deadline deadline) {
        List<Row> rows = find(query, deadline);
        rows.forEach(row -> unit.delete(namespace, row.key(), row.document()));
        return rows.size();
    }

    /** All at once, before anything is changed, so that no change can bring a record up a second time. */
    List<Row> find(Query query, Deadline deadline) {
        TableView table = unit.find(namespace);
        List<Row> rows = new ArrayList<>();
        if (table != null) {
            new Finder(table, query, deadline).rows().forEachRemaining(rows::add);
        }
        return rows;
    }
}
