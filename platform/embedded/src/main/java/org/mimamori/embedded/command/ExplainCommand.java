package org.mimamori.embedded.command;

import java.util.Iterator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.pipeline.Pipeline;
import org.mimamori.embedded.pipeline.Tables;
import org.mimamori.embedded.plan.Deadline;
import org.mimamori.embedded.plan.Finder;
import org.mimamori.embedded.plan.Query;
import org.mimamori.embedded.plan.Row;
import org.mimamori.embedded.store.Snapshot;
import org.mimamori.embedded.store.TableView;

/** Tells how a command would be run, and what it costs. */
final class ExplainCommand implements Command {

    @Override
    public Document run(Request request, Access access) {
        request.requireOnly("explain", "verbosity", "cursor");
        Document inner = request.documentOrEmpty(request.name().equals("explain") ? "explain" : "");
        inner.putIfAbsent("$db", request.database());
        Request explained = new Request(inner, request.sequences(), request.connection());
        return access.read(snapshot -> explain(explained, snapshot));
    }

    private static Document explain(Request request, Snapshot snapshot) {
        Finder finder = finder(request, snapshot);
        boolean counting = request.name().equals("count");
        Document plan = finder == null ? new Document("stage", "EOF") : finder.explain(counting);
        long returned = finder == null ? 0 : counting ? finder.count() : read(finder);
        Document stats = new Document("executionSuccess", true)
                .append("nReturned", returned)
                .append("totalKeysExamined", finder == null ? 0L : finder.work().keys())
                .append("totalDocsExamined", finder == null ? 0L : finder.work().documents());
        Document planner = new Document("namespace", request.namespace())
                .append("winningPlan", plan)
                .append("rejectedPlans", java.util.List.of());
        return new Document("queryPlanner", planner)
                .append("executionStats", stats)
                .append("ok", 1.0);
    }

    private static long read(Finder finder) {
        long read = 0;
        for (Iterator<Row> rows = finder.rows(); rows.hasNext(); rows.next()) {
            read++;
        }
        return read;
    }

    private static @Nullable Finder finder(Request request, Snapshot snapshot) {
        if (request.name().equals("aggregate")) {
            Tables tables = new Tables(snapshot, request.database(), Deadline.NEVER);
            return Pipeline.parse(request.documents("pipeline"), tables, Scope.EMPTY)
                    .finder(request.collection());
        }
        TableView table = snapshot.find(request.namespace());
        return table == null ? null : new Finder(table, query(request), Deadline.NEVER);
    }

    private static Query query(Request request) {
        return switch (request.name()) {
            case "find" -> ReadCommands.query(request);
            case "count", "distinct", "findAndModify" ->
                new Query(FilterParser.parse(request.documentOrEmpty("query")), SortOrder.NONE, 0, 0);
            case "update" -> first(request, "updates");
            case "delete" -> first(request, "deletes");
            default -> throw CommandException.notImplemented("explain of " + request.name());
        };
    }

    private static Query first(Request request, String field) {
        Document statement = request.documents(field).getFirst();
        return Query.of(FilterParser.parse(statement.get("q", Document.class)));
    }
}
