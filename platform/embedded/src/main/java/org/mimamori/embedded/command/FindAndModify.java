package org.mimamori.embedded.command;

import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.BsonBytes;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.plan.Query;
import org.mimamori.embedded.plan.Row;
import org.mimamori.embedded.project.Projection;
import org.mimamori.embedded.store.DuplicateKey;
import org.mimamori.embedded.update.Update;

/** The command that changes one record and gives it back, as it was or as it is then. */
final class FindAndModify implements Command {

    private final Clock clock;

    FindAndModify(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Document run(Request request, Access access) {
        request.requireOnly(
                "query", "sort", "remove", "update", "new", "fields", "projection", "upsert", "arrayFilters");
        Namespaces.requireValid(request.database(), request.collection());
        Query query = new Query(
                FilterParser.parse(request.documentOrEmpty("query")), Sorts.parse(request.document("sort")), 0, 1);
        try {
            return access.write(unit -> {
                Writer writer = new Writer(unit, request.namespace());
                return request.flag("remove") ? remove(request, query, writer) : update(request, query, writer);
            });
        } catch (DuplicateKey e) {
            throw new CommandException(11000, "DuplicateKey", e.message(request.namespace()));
        }
    }

    private Document remove(Request request, Query query, Writer writer) {
        Iterator<Row> rows = writer.find(query, request.deadline()).iterator();
        byte[] before = rows.hasNext() ? rows.next().document() : null;
        int count = writer.delete(query, request.deadline());
        return reply(request, before, new Document("n", count));
    }

    private Document update(Request request, Query query, Writer writer) {
        List<Document> arrayFilters =
                request.body().containsKey("arrayFilters") ? request.documents("arrayFilters") : null;
        Update update = Update.parse(request.body().get("update"), arrayFilters, clock);
        Writer.Outcome outcome = writer.update(query, update, request.flag("upsert"), request.deadline());
        Document state = new Document("n", outcome.matched() + (outcome.upserted() == null ? 0 : 1))
                .append("updatedExisting", outcome.matched() > 0);
        if (outcome.upserted() != null) {
            state.append("upserted", outcome.upserted().get("_id"));
        }
        return reply(request, request.flag("new") ? outcome.after() : outcome.before(), state);
    }

    private Document reply(Request request, byte @Nullable [] document, Document state) {
        return new Document("lastErrorObject", state)
                .append("value", document == null ? null : projected(request, document))
                .append("ok", 1.0);
    }

    private Object projected(Request request, byte[] document) {
        Document fields = request.document("fields");
        Document spec = fields == null ? request.documentOrEmpty("projection") : fields;
        return spec.isEmpty()
                ? new BsonBytes(document)
                : Projection.parse(spec).apply(BsonReader.read(document), Scope.EMPTY.at(clock.instant()));
    }
}
