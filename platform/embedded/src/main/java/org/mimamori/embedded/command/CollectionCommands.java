package org.mimamori.embedded.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.store.Check;
import org.mimamori.embedded.store.Snapshot;
import org.mimamori.embedded.store.Store;
import org.mimamori.embedded.store.TableView;
import org.mimamori.embedded.store.WriteUnit;

/** The commands about collections and databases as wholes. */
final class CollectionCommands {

    private final Store store;

    CollectionCommands(Store store) {
        this.store = store;
    }

    void addTo(Map<String, Command> commands) {
        commands.put("fsync", this::fsync);
        commands.put("validate", this::validate);
        commands.put("create", this::create);
        commands.put("drop", this::drop);
        commands.put("dropDatabase", this::dropDatabase);
        commands.put("renameCollection", this::rename);
        commands.put("listCollections", this::listCollections);
        commands.put("listDatabases", this::listDatabases);
        commands.put("collStats", this::collStats);
        commands.put("dbStats", this::dbStats);
    }

    private Document create(Request request, Access access) {
        for (String option : List.of(
                "capped",
                "timeseries",
                "viewOn",
                "pipeline",
                "validator",
                "clusteredIndex",
                "storageEngine",
                "expireAfterSeconds",
                "encryptedFields",
                "changeStreamPreAndPostImages")) {
            if (request.body().containsKey(option)
                    && !Boolean.FALSE.equals(request.body().get(option))) {
                throw CommandException.notImplemented("the option '" + option + "' of create");
            }
        }
        request.requireOnly(
                "capped", "validationLevel", "validationAction", "indexOptionDefaults", "autoIndexId", "flags");
        Namespaces.requireValid(request.database(), request.collection());
        return access.write(unit -> {
            if (unit.find(request.namespace()) != null) {
                throw new CommandException(
                        48, "NamespaceExists", "Collection " + request.namespace() + " already exists.");
            }
            unit.create(request.namespace(), new Document());
            return Replies.ok();
        });
    }

    private Document drop(Request request, Access access) {
        request.requireOnly();
        requireNoTransaction(request, access);
        return access.write(unit -> {
            if (unit.find(request.namespace()) == null) {
                throw new CommandException(26, "NamespaceNotFound", "ns not found");
            }
            unit.drop(request.namespace());
            return new Document("ns", request.namespace()).append("ok", 1.0);
        });
    }

    static void requireNoTransaction(Request request, Access access) {
        if (access.inTransaction()) {
            throw new CommandException(
                    263,
                    "OperationNotSupportedInTransaction",
                    "Cannot run '" + request.name() + "' in a multi-document transaction.");
        }
    }

    private Document dropDatabase(Request request, Access access) {
        request.requireOnly();
        requireNoTransaction(request, access);
        return access.write(unit -> {
            List.copyOf(within(unit.snapshot(), request.database()).keySet()).forEach(unit::drop);
            return new Document("dropped", request.database()).append("ok", 1.0);
        });
    }

    private static Map<String, TableView> within(Snapshot snapshot, String database) {
        return snapshot.all().subMap(database + ".", database + "/");
    }

    private Document rename(Request request, Access access) {
        request.requireOnly("to", "dropTarget");
        requireNoTransaction(request, access);
        String from = request.text("renameCollection");
        String to = request.text("to");
        int dot = to.indexOf('.');
        Namespaces.requireValid(to.substring(0, Math.max(0, dot)), to.substring(dot + 1));
        return access.write(unit -> {
            makeRoom(unit, to, request.flag("dropTarget"));
            unit.rename(from, to);
            return Replies.ok();
        });
    }

    private static void makeRoom(WriteUnit unit, String target, boolean drop) {
        if (unit.find(target) != null) {
            if (!drop) {
                throw new CommandException(48, "NamespaceExists", "target namespace exists");
            }
            unit.drop(target);
        }
    }

    private Document listCollections(Request request, Access access) {
        request.requireOnly("filter", "nameOnly", "authorizedCollections", "cursor");
        Filter filter = FilterParser.parse(request.documentOrEmpty("filter"));
        return access.read(snapshot -> {
            List<Document> all = new ArrayList<>();
            within(snapshot, request.database()).forEach((namespace, table) -> {
                Document entry = entry(namespace.substring(request.database().length() + 1));
                if (filter.matches(entry)) {
                    all.add(entry);
                }
            });
            return oneBatch(request.database() + ".$cmd.listCollections", all);
        });
    }

    private static Document entry(String name) {
        Document idIndex =
                new Document("v", 2).append("key", new Document("_id", 1)).append("name", "_id_");
        return new Document("name", name)
                .append("type", "collection")
                .append("options", new Document())
                .append("info", new Document("readOnly", false))
                .append("idIndex", idIndex);
    }

    static Document oneBatch(String namespace, List<Document> documents) {
        Document cursor = new Document("id", 0L).append("ns", namespace).append("firstBatch", documents);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    private Document fsync(Request request, Access access) {
        request.requireOnly();
        requireNoTransaction(request, access);
        store.checkpoint();
        boolean compacted = store.compact();
        return Replies.ok().append("compacted", compacted);
    }

    private Document validate(Request request, Access access) {
        request.requireOnly("full");
        return access.read(snapshot -> {
            TableView table = snapshot.find(request.namespace());
            if (table == null) {
                throw new CommandException(26, "NamespaceNotFound", "Collection does not exist to validate.");
            }
            List<String> faults = Check.of(table);
            return new Document("ns", request.namespace())
                    .append("nrecords", table.data().sizeAsLong())
                    .append("nIndexes", table.indexes().size() + 1)
                    .append("valid", faults.isEmpty())
                    .append("errors", faults)
                    .append("ok", 1.0);
        });
    }

    private Document listDatabases(Request request, Access access) {
        request.requireOnly("filter", "nameOnly", "authorizedDatabases");
        Filter filter = FilterParser.parse(request.documentOrEmpty("filter"));
        return access.read(snapshot -> {
            Map<String, Document> databases = new TreeMap<>();
            snapshot.all().keySet().forEach(namespace -> {
                String name = namespace.substring(0, namespace.indexOf('.'));
                databases.put(
                        name,
                        new Document("name", name).append("sizeOnDisk", 0L).append("empty", false));
            });
            List<Document> found =
                    databases.values().stream().filter(filter::matches).toList();
            return new Document("databases", found).append("totalSize", 0L).append("ok", 1.0);
        });
    }

    private Document collStats(Request request, Access access) {
        request.requireOnly("scale");
        return access.read(snapshot -> {
            TableView table = snapshot.find(request.namespace());
            long count = table == null ? 0 : table.data().sizeAsLong();
            int indexes = table == null ? 0 : table.indexes().size() + 1;
            return new Document("ns", request.namespace())
                    .append("count", count)
                    .append("nindexes", indexes)
                    .append("ok", 1.0);
        });
    }

    private Document dbStats(Request request, Access access) {
        request.requireOnly("scale", "freeStorage");
        return access.read(snapshot -> {
            Map<String, TableView> tables = within(snapshot, request.database());
            long objects = tables.values().stream()
                    .mapToLong(table -> table.data().sizeAsLong())
                    .sum();
            long indexes = tables.values().stream()
                    .mapToLong(table -> table.indexes().size() + 1L)
                    .sum();
            return new Document("db", request.database())
                    .append("collections", (long) tables.size())
                    .append("objects", objects)
                    .append("indexes", indexes)
                    .append("ok", 1.0);
        });
    }
}
