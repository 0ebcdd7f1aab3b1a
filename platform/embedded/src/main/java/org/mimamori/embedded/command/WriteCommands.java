package org.mimamori.embedded.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.BsonWriter;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.plan.Query;
import org.mimamori.embedded.store.DuplicateKey;
import org.mimamori.embedded.store.WriteUnit;

/** The commands that insert, update and delete. Each statement is done whole or not at all. */
final class WriteCommands {

    private final Clock clock;

    WriteCommands(Clock clock) {
        this.clock = clock;
    }

    void addTo(Map<String, Command> commands) {
        commands.put("insert", this::insert);
        commands.put("update", this::update);
        commands.put("delete", this::delete);
    }

    /** Something done in one statement; returns how many it inserted, matched or deleted. */
    private interface Statement {
        void run(int index);
    }

    /** Runs statements until one fails, or all of them if the order does not matter; returns the failures. */
    private static List<Document> runAll(Request request, WriteUnit unit, int count, Statement statement) {
        boolean ordered = !Boolean.FALSE.equals(request.body().get("ordered"));
        List<Document> errors = new ArrayList<>();
        for (int i = 0; i < count && (errors.isEmpty() || !ordered); i++) {
            WriteUnit.Savepoint before = unit.savepoint();
            try {
                statement.run(i);
            } catch (DuplicateKey e) {
                unit.rollbackTo(before);
                errors.add(duplicate(i, e, request.namespace()));
            } catch (CommandException e) {
                unit.rollbackTo(before);
                errors.add(new Document("index", i).append("code", e.code()).append("errmsg", e.getMessage()));
            }
        }
        return errors;
    }

    private static Document duplicate(int index, DuplicateKey e, String namespace) {
        return new Document("index", index)
                .append("code", 11000)
                .append("errmsg", e.message(namespace))
                .append("keyPattern", e.keyPattern())
                .append("keyValue", e.keyValue());
    }

    private static Document reply(Document counts, List<Document> errors) {
        if (!errors.isEmpty()) {
            counts.append("writeErrors", errors);
        }
        return counts.append("ok", 1.0);
    }

    private Document insert(Request request, Access access) {
        request.requireOnly("documents", "ordered");
        List<byte[]> documents = request.sequences().getOrDefault("documents", List.of());
        List<byte[]> all = documents.isEmpty()
                ? request.documents("documents").stream().map(BsonWriter::bytes).toList()
                : documents;
        Namespaces.requireValid(request.database(), request.collection());
        return access.write(unit -> {
            Writer writer = new Writer(unit, request.namespace());
            int[] inserted = {0};
            List<Document> errors = runAll(request, unit, all.size(), i -> {
                writer.insert(all.get(i));
                inserted[0]++;
            });
            return reply(new Document("n", inserted[0]), errors);
        });
    }

    private static List<Document> statements(Request request, String field) {
        List<byte[]> raw = request.sequences().get(field);
        return raw == null
                ? request.documents(field)
                : raw.stream().map(BsonReader::read).toList();
    }

    private Document update(Request request, Access access) {
        request.requireOnly("updates", "ordered");
        List<UpdateStatement> updates = statements(request, "updates").stream()
                .map(spec -> UpdateStatement.parse(spec, clock))
                .toList();
        Namespaces.requireValid(request.database(), request.collection());
        return access.write(unit -> {
            Writer writer = new Writer(unit, request.namespace());
            Writer.Outcome total = new Writer.Outcome();
            List<Document> upserted = new ArrayList<>();
            List<Document> errors = runAll(request, unit, updates.size(), i -> {
                Writer.Outcome outcome = updates.get(i).run(writer, request.deadline());
                total.add(outcome);
                if (outcome.upserted() != null) {
                    upserted.add(new Document("index", i)
                            .append("_id", outcome.upserted().get("_id")));
                }
            });
            Document counts =
                    new Document("n", total.matched() + upserted.size()).append("nModified", total.modified());
            if (!upserted.isEmpty()) {
                counts.append("upserted", upserted);
            }
            return reply(counts, errors);
        });
    }

    private Document delete(Request request, Access access) {
        request.requireOnly("deletes", "ordered");
        List<Document> deletes = statements(request, "deletes");
        deletes.forEach(spec -> UpdateStatement.requireOnly(spec, "q", "limit", "collation", "hint"));
        return access.write(unit -> {
            Writer writer = new Writer(unit, request.namespace());
            int[] deleted = {0};
            List<Document> errors = runAll(request, unit, deletes.size(), i -> {
                Document spec = deletes.get(i);
                boolean one = Integer.valueOf(1).equals(spec.getInteger("limit"));
                Query query =
                        new Query(FilterParser.parse(spec.get("q", Document.class)), SortOrder.NONE, 0, one ? 1 : 0);
                deleted[0] += writer.delete(query, request.deadline());
            });
            return reply(new Document("n", deleted[0]), errors);
        });
    }
}
