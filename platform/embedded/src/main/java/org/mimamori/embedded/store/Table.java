package org.mimamori.embedded.store;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.FieldTree;

/** A collection that is being written to, by the one writer. */
final class Table {

    final long id;
    final Document options;
    final MVMap<byte[], byte[]> data;
    final List<Index> indexes = new ArrayList<>();
    private String namespace;
    private @Nullable TableView view;
    private List<Index> readFor = List.of();
    private FieldTree fields = FieldTree.of(List.of());

    Table(String namespace, long id, Document options, MVMap<byte[], byte[]> data) {
        this.namespace = namespace;
        this.id = id;
        this.options = options;
        this.data = data;
    }

    String namespace() {
        return namespace;
    }

    void rename(String to) {
        namespace = to;
        touch();
    }

    /** Forgets the last view, because something changed. */
    void touch() {
        view = null;
    }

    TableView view() {
        if (view == null) {
            view = new TableView(
                    namespace,
                    id,
                    options,
                    new SortedBytes(data),
                    indexes.stream().map(Index::view).toList());
        }
        return view;
    }

    /** Changes with what the catalogue notes of the indexes. */
    long form() {
        long all = 0;
        for (Index index : indexes) {
            all = all * 31 + index.multikey() * 2 + (index.isInBlocks() ? 1 : 0);
        }
        return all;
    }

    /** Puts, replaces or removes one record, in the data and in every index. */
    void move(byte[] key, byte @Nullable [] before, byte @Nullable [] after, Changes changes) {
        Document old = indexed(before);
        Document fresh = indexed(after);
        for (Index index : indexes) {
            index.move(key, old, fresh, changes);
        }
        if (after == null) {
            changes.remove(data, key);
        } else {
            changes.put(data, key, after);
        }
        touch();
    }

    /** The fields of a document that decide where it stands in the indexes; read once for all of them. */
    private @Nullable Document indexed(byte @Nullable [] document) {
        if (!indexes.equals(readFor)) {
            readFor = List.copyOf(indexes);
            fields = FieldTree.of(indexes.stream()
                    .flatMap(index -> index.definition.paths().stream())
                    .toList());
        }
        return document == null ? null : BsonReader.read(document, fields);
    }

    Document toDocument() {
        List<Document> entries = indexes.stream()
                .map(index -> Catalogue.entry(index.id, index.view()))
                .toList();
        return new Document("id", id).append("options", options).append("indexes", entries);
    }
}
