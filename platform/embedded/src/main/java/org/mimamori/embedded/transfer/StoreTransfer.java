package org.mimamori.embedded.transfer;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.order.KeyWriter;
import org.mimamori.embedded.store.IndexDefinition;
import org.mimamori.embedded.store.ReadView;
import org.mimamori.embedded.store.Snapshot;
import org.mimamori.embedded.store.SortedBytes;
import org.mimamori.embedded.store.Store;
import org.mimamori.embedded.store.TableView;
import org.mimamori.embedded.store.WriteUnit;

/** Moves the collections of an embedded store to an archive and back. */
public final class StoreTransfer {

    private StoreTransfer() {}

    /** Writes one snapshot of everything. */
    public static Map<String, String> exportTo(Store store, Path zip) {
        try (ReadView view = store.read()) {
            return Archive.write(new Content(view.snapshot()), zip);
        }
    }

    /** Adds everything in the archive, all of it or nothing. */
    public static Map<String, String> importFrom(Store store, Path zip) {
        try (WriteUnit unit = store.write()) {
            Map<String, String> hashes = Archive.read(zip, new Filling(unit));
            unit.commit();
            return hashes;
        }
    }

    private record Content(Snapshot snapshot) implements Archive.Source {

        @Override
        public List<String> namespaces() {
            return List.copyOf(snapshot.all().keySet());
        }

        private TableView table(String namespace) {
            return java.util.Objects.requireNonNull(snapshot.find(namespace));
        }

        @Override
        public List<Document> indexes(String namespace) {
            return table(namespace).indexes().stream()
                    .map(index -> index.definition().toDocument())
                    .toList();
        }

        @Override
        public Iterator<byte[]> documents(String namespace) {
            Iterator<SortedBytes.Entry> entries = table(namespace).data().entries(null, null, false);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public byte[] next() {
                    return entries.next().value();
                }
            };
        }
    }

    private record Filling(WriteUnit unit) implements Archive.Target {

        @Override
        public boolean isEmpty(String namespace) {
            TableView known = unit.find(namespace);
            return known == null || known.data().isEmpty();
        }

        @Override
        public void create(String namespace) {
            if (unit.find(namespace) == null) {
                unit.create(namespace, new Document());
            }
        }

        @Override
        public void insert(String namespace, List<BsonDocument> documents) {
            for (BsonDocument document : documents) {
                byte[] bytes = Archive.bytes(document);
                unit.insert(namespace, KeyWriter.key(BsonReader.read(bytes).get("_id")), bytes);
            }
        }

        @Override
        public void createIndex(String namespace, Document index) {
            TableView known = unit.find(namespace);
            IndexDefinition definition = IndexDefinition.fromDocument(index);
            boolean there = known != null
                    && known.indexes().stream()
                            .anyMatch(other -> other.definition().name().equals(definition.name()));
            if (!there) {
                unit.createIndex(namespace, definition);
            }
        }
    }
}
