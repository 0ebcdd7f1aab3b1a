package org.mimamori.embedded.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.BsonWriter;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.expression.ExpressionPath;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.order.KeyWriter;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.pipeline.Pipeline;
import org.mimamori.embedded.pipeline.Tables;
import org.mimamori.embedded.plan.Finder;
import org.mimamori.embedded.plan.Query;
import org.mimamori.embedded.plan.Row;
import org.mimamori.embedded.project.Projection;
import org.mimamori.embedded.store.ReadView;
import org.mimamori.embedded.store.Snapshot;
import org.mimamori.embedded.store.TableView;

/** The commands that read. */
final class ReadCommands {

    private final Cursors cursors;
    private final Clock clock;

    ReadCommands(Cursors cursors, Clock clock) {
        this.cursors = cursors;
        this.clock = clock;
    }

    void addTo(Map<String, Command> commands) {
        commands.put("find", this::find);
        commands.put("getMore", this::getMore);
        commands.put("killCursors", this::killCursors);
        commands.put("count", this::count);
        commands.put("distinct", this::distinct);
        commands.put("aggregate", this::aggregate);
    }

    static Query query(Request request) {
        Filter filter = FilterParser.parse(request.documentOrEmpty("filter"));
        long limit = request.number("limit", 0);
        long skip = request.number("skip", 0);
        if (skip < 0) {
            throw CommandException.badValue("the skip value must be non-negative");
        }
        return new Query(filter, Sorts.parse(request.document("sort")), skip, Math.abs(limit));
    }

    private Document find(Request request, Access access) {
        request.requireOnly(
                "filter",
                "sort",
                "projection",
                "skip",
                "limit",
                "batchSize",
                "singleBatch",
                "noCursorTimeout",
                "allowPartialResults");
        Query query = query(request);
        Projection projection = request.documentOrEmpty("projection").isEmpty()
                ? null
                : Projection.parse(request.documentOrEmpty("projection"));
        boolean single = request.flag("singleBatch") || request.number("limit", 0) < 0;
        return open(
                access,
                view -> found(request, view, query, projection),
                request,
                request.body().get("batchSize"),
                single);
    }

    /** Makes the results of a view. */
    private interface Results {
        Iterator<byte[]> from(Snapshot snapshot);
    }

    private Document open(Access access, Results results, Request request, @Nullable Object batchSize, boolean single) {
        ReadView view = access.openView();
        boolean kept = false;
        try {
            Integer size = batchSize instanceof Number number ? (Integer) number.intValue() : null;
            Document reply = cursors.first(request.namespace(), results.from(view.snapshot()), view, size, single);
            kept = true;
            return reply;
        } finally {
            if (!kept) {
                view.close();
            }
        }
    }

    private Iterator<byte[]> found(Request request, Snapshot snapshot, Query query, @Nullable Projection projection) {
        TableView table = snapshot.find(request.namespace());
        if (table == null) {
            return Collections.emptyIterator();
        }
        Hints.requireKnown(table, request.body().get("hint"));
        Iterator<Row> rows = new Finder(table, query, request.deadline()).rows();
        if (projection == null) {
            return map(rows, Row::document);
        }
        FieldTree fields = projection.fields();
        Scope scope = Scope.EMPTY.at(clock.instant());
        return map(rows, row -> BsonWriter.bytes(projection.apply(BsonReader.read(row.document(), fields), scope)));
    }

    private static <T> Iterator<byte[]> map(Iterator<T> items, java.util.function.Function<T, byte[]> function) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public byte[] next() {
                return function.apply(items.next());
            }
        };
    }

    private Document getMore(Request request, Access access) {
        request.requireOnly("collection", "batchSize");
        String namespace = request.database() + "." + request.text("collection");
        return cursors.next(request.number("getMore", 0), namespace, (int) request.number("batchSize", 0));
    }

    private Document killCursors(Request request, Access access) {
        request.requireOnly("cursors");
        List<Long> killed = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (Object id : request.body().getList("cursors", Object.class)) {
            long number = ((Number) id).longValue();
            (cursors.kill(number) ? killed : unknown).add(number);
        }
        return new Document("cursorsKilled", killed)
                .append("cursorsNotFound", unknown)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of())
                .append("ok", 1.0);
    }

    private Document count(Request request, Access access) {
        request.requireOnly("query", "limit", "skip");
        Filter filter = FilterParser.parse(request.documentOrEmpty("query"));
        Query query =
                new Query(filter, SortOrder.NONE, request.number("skip", 0), Math.abs(request.number("limit", 0)));
        long count = access.read(snapshot -> {
            TableView table = snapshot.find(request.namespace());
            return table == null ? 0L : new Finder(table, query, request.deadline()).count();
        });
        return new Document("n", (int) count).append("ok", 1.0);
    }

    private Document distinct(Request request, Access access) {
        request.requireOnly("key", "query");
        String path = request.text("key");
        Filter filter = FilterParser.parse(request.documentOrEmpty("query"));
        List<@Nullable Object> values = new ArrayList<>();
        TreeSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        access.read(snapshot -> {
            TableView table = snapshot.find(request.namespace());
            if (table != null) {
                new Finder(table, Query.of(filter), request.deadline())
                        .rows()
                        .forEachRemaining(row -> addDistinct(row, path, keys, values));
            }
            return values;
        });
        return new Document("values", values).append("ok", 1.0);
    }

    private static void addDistinct(Row row, String path, TreeSet<byte[]> keys, List<@Nullable Object> values) {
        Object found = ExpressionPath.get(BsonReader.read(row.document(), FieldTree.of(List.of(path))), path);
        for (Object value : found instanceof List<?> list ? list : Collections.singletonList(found)) {
            if (value != Missing.MISSING && keys.add(KeyWriter.key(value))) {
                values.add(value);
            }
        }
    }

    private Document aggregate(Request request, Access access) {
        request.requireOnly("pipeline", "cursor", "explain");
        List<Document> stages = request.documents("pipeline");
        Document cursor = request.document("cursor");
        if (cursor == null) {
            throw CommandException.failedToParse("The 'cursor' option is required");
        }
        Scope scope = Scope.EMPTY.at(clock.instant());
        return open(
                access,
                snapshot -> {
                    Tables tables = new Tables(snapshot, request.database(), request.deadline());
                    Iterator<Document> results = Pipeline.parse(stages, tables, scope)
                            .run(request.collection())
                            .iterator();
                    return map(results, BsonWriter::bytes);
                },
                request,
                cursor.get("batchSize"),
                false);
    }
}
