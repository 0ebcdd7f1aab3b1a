package org.mimamori.embedded.pipeline;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.expression.Expression;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.plan.Finder;
import org.mimamori.embedded.plan.Query;
import org.mimamori.embedded.plan.Row;
import org.mimamori.embedded.store.TableView;

/** An aggregation: the query it begins with, which an index may serve, and the stages for the rest. */
public final class Pipeline {

    private final Query query;
    private final List<Stage> stages;
    private final @Nullable Document first;
    private final Tables tables;
    private final Scope scope;

    /** @param first the first of the stages as written, or null if there is none or it need not be known */
    private Pipeline(Query query, List<Stage> stages, @Nullable Document first, Tables tables, Scope scope) {
        this.query = query;
        this.stages = stages;
        this.first = first;
        this.tables = tables;
        this.scope = scope;
    }

    public static Pipeline parse(List<Document> specs, Tables tables, Scope scope) {
        specs.forEach(Pipeline::requireOneField);
        LeadingQuery leading = LeadingQuery.of(specs, scope);
        List<Document> rest = specs.subList(leading.stages(), specs.size());
        Document first = rest.isEmpty() ? null : rest.getFirst();
        return new Pipeline(leading.query(), stages(rest, tables, scope), first, tables, scope);
    }

    /** A pipeline that gets its documents from another. */
    static Pipeline parseWithin(List<Document> specs, Tables tables, Scope scope) {
        specs.forEach(Pipeline::requireOneField);
        return new Pipeline(Query.ALL, stages(specs, tables, scope), null, tables, scope);
    }

    private static void requireOneField(Document spec) {
        if (spec.size() != 1) {
            throw CommandException.location(
                    40323, "A pipeline stage specification object must contain exactly one field.");
        }
    }

    private static List<Stage> stages(List<Document> specs, Tables tables, Scope scope) {
        return specs.stream()
                .map(spec -> {
                    String name = spec.keySet().iterator().next();
                    return Stages.find(name, spec.get(name), tables, scope);
                })
                .toList();
    }

    /** Runs over a collection. */
    public Stream<Document> run(String collection) {
        TableView table = tables.find(collection);
        if (table == null) {
            return run(Stream.empty());
        }
        Finder finder = new Finder(table, query, tables.deadline());
        if (first != null && LeadingQuery.isCount(first)) {
            return run(LeadingQuery.counted(first, finder.count()), 1);
        }
        List<Document> groups = first == null ? null : CountedGroups.of(table, query, first, tables.deadline());
        if (groups != null) {
            return run(groups.stream(), 1);
        }
        FieldTree fields = fields();
        return run(stream(finder.rows()).map(row -> BsonReader.read(row.document(), fields)));
    }

    /** The plan for the part that reads the collection. */
    public @Nullable Finder finder(String collection) {
        TableView table = tables.find(collection);
        return table == null ? null : new Finder(table, query, tables.deadline());
    }

    private static Stream<Row> stream(Iterator<Row> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
    }

    Stream<Document> run(Stream<Document> input) {
        return run(input, 0);
    }

    private Stream<Document> run(Stream<Document> input, int from) {
        Stream<Document> output = input;
        for (Stage stage : stages.subList(from, stages.size())) {
            output = stage.work().run(output, scope);
        }
        return output;
    }

    /** The paths of the incoming documents that can make a difference to the result. */
    Set<String> reads() {
        Set<String> paths = new TreeSet<>();
        for (Stage stage : stages) {
            paths.addAll(stage.reads());
            if (stage.closes()) {
                return paths;
            }
        }
        paths.add(Expression.WHOLE);
        return paths;
    }

    private FieldTree fields() {
        Set<String> reads = reads();
        return reads.contains(Expression.WHOLE) ? FieldTree.ALL : FieldTree.of(new ArrayList<>(reads));
    }
}
