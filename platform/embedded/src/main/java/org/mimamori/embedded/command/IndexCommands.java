package org.mimamori.embedded.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.store.DuplicateKey;
import org.mimamori.embedded.store.IndexDefinition;
import org.mimamori.embedded.store.IndexView;
import org.mimamori.embedded.store.TableView;
import org.mimamori.embedded.store.WriteUnit;

/** The commands about indexes. */
final class IndexCommands {

    private static final int MOST_INDEXES = 64;

    void addTo(Map<String, Command> commands) {
        commands.put("createIndexes", this::createIndexes);
        commands.put("dropIndexes", this::dropIndexes);
        commands.put("listIndexes", this::listIndexes);
    }

    private Document createIndexes(Request request, Access access) {
        request.requireOnly("indexes", "commitQuorum");
        CollectionCommands.requireNoTransaction(request, access);
        Namespaces.requireValid(request.database(), request.collection());
        List<Document> specs = request.documents("indexes");
        try {
            return access.write(unit -> {
                boolean created = unit.find(request.namespace()) == null;
                if (created) {
                    unit.create(request.namespace(), new Document());
                }
                int before = count(unit, request);
                specs.forEach(spec -> create(unit, request.namespace(), spec));
                return new Document("createdCollectionAutomatically", created)
                        .append("numIndexesBefore", before)
                        .append("numIndexesAfter", count(unit, request))
                        .append("ok", 1.0);
            });
        } catch (DuplicateKey e) {
            throw new CommandException(11000, "DuplicateKey", "Index build failed: " + e.message(request.namespace()));
        }
    }

    private static int count(WriteUnit unit, Request request) {
        TableView table = unit.find(request.namespace());
        return table == null ? 0 : table.indexes().size() + 1;
    }

    private static void create(WriteUnit unit, String namespace, Document spec) {
        if (IndexSpecs.isIdIndex(spec)) {
            return;
        }
        IndexDefinition wanted = IndexSpecs.parse(spec);
        TableView table = unit.find(namespace);
        List<IndexView> known = table == null ? List.of() : table.indexes();
        if (IndexSpecs.isThere(wanted, known)) {
            return;
        }
        if (known.size() + 1 >= MOST_INDEXES) {
            throw new CommandException(67, "CannotCreateIndex", "add index fails, too many indexes for " + namespace);
        }
        unit.createIndex(namespace, wanted);
    }

    private Document dropIndexes(Request request, Access access) {
        request.requireOnly("index");
        CollectionCommands.requireNoTransaction(request, access);
        return access.write(unit -> {
            TableView table = unit.find(request.namespace());
            if (table == null) {
                throw new CommandException(26, "NamespaceNotFound", "ns not found " + request.namespace());
            }
            List<String> names = IndexSpecs.namesToDrop(request.body().get("index"), table);
            names.forEach(name -> unit.dropIndex(request.namespace(), name));
            return new Document("nIndexesWas", table.indexes().size() + 1).append("ok", 1.0);
        });
    }

    private Document listIndexes(Request request, Access access) {
        request.requireOnly("cursor");
        return access.read(snapshot -> {
            TableView table = snapshot.find(request.namespace());
            if (table == null) {
                throw new CommandException(26, "NamespaceNotFound", "ns does not exist: " + request.namespace());
            }
            List<Document> all = new ArrayList<>();
            all.add(new Document("v", 2).append("key", new Document("_id", 1)).append("name", "_id_"));
            table.indexes().forEach(index -> all.add(index.definition().toDocument()));
            return CollectionCommands.oneBatch(request.namespace(), all);
        });
    }
}
