package org.mimamori.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Report.Aggregation;
import org.mimamori.engine.app.Report.Function;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.report.ReportResult;
import org.mimamori.engine.report.Snapshot;

/** Writes kept results as documents and reads them back. Values say themselves what they are: fields may be gone. */
final class SnapshotCodec {

    static final String APP = "app";
    static final String REPORT = "report";
    static final String DUE = "due";

    private static final String CODE = "code";
    private static final String SHAPE = "t";
    private static final String HELD = "v";

    private SnapshotCodec() {}

    static Document write(Snapshot snapshot) {
        return new Document(APP, snapshot.app().value())
                .append(REPORT, snapshot.report())
                .append(DUE, ValueWriter.moment(snapshot.due()))
                .append("taken", ValueWriter.moment(snapshot.taken()))
                .append(
                        "groups",
                        snapshot.groups().stream().map(SnapshotCodec::group).toList())
                .append(
                        "aggregations",
                        snapshot.aggregations().stream()
                                .map(SnapshotCodec::aggregation)
                                .toList())
                .append("filter", snapshot.filterCond())
                .append("rows", snapshot.rows().stream().map(SnapshotCodec::row).toList())
                .append("totals", values(snapshot.totals()))
                .append("leftOut", snapshot.leftOut())
                .append("cut", snapshot.cut());
    }

    static Snapshot read(Document document) {
        return new Snapshot(
                new AppId(document.getLong(APP)),
                document.getLong(REPORT),
                document.get(DUE, Instant.class),
                document.get("taken", Instant.class),
                document.getList("groups", Document.class).stream()
                        .map(group -> new Group(
                                new FieldCode(group.getString(CODE)),
                                Optional.ofNullable(group.getString("per"))
                                        .map(Unit::valueOf)
                                        .orElse(null)))
                        .toList(),
                document.getList("aggregations", Document.class).stream()
                        .map(one -> new Aggregation(Function.valueOf(one.getString("type")), code(one.getString(CODE))))
                        .toList(),
                document.getString("filter"),
                document.getList("rows", Document.class).stream()
                        .map(row -> new ReportResult.Row(values(row, "k"), values(row, "f")))
                        .toList(),
                values(document, "totals"),
                document.getLong("leftOut"),
                document.getLong("cut"));
    }

    private static @Nullable FieldCode code(@Nullable String text) {
        return text == null ? null : new FieldCode(text);
    }

    private static Document group(Group group) {
        Document document = new Document(CODE, group.code().text());
        return group.per() == null
                ? document
                : document.append("per", group.per().name());
    }

    private static Document aggregation(Aggregation aggregation) {
        Document document = new Document("type", aggregation.type().name());
        return aggregation.code() == null
                ? document
                : document.append(CODE, aggregation.code().text());
    }

    private static Document row(ReportResult.Row row) {
        return new Document("k", values(row.keys())).append("f", values(row.figures()));
    }

    private static List<Document> values(List<Value> values) {
        return values.stream().map(SnapshotCodec::value).toList();
    }

    private static List<Value> values(Document document, String name) {
        return document.getList(name, Document.class).stream()
                .map(SnapshotCodec::value)
                .toList();
    }

    private static Document value(Value value) {
        return switch (value) {
            case Value.Blank blank -> new Document();
            case Value.Text text -> tagged(Shape.TEXT, text);
            case Value.Decimal decimal -> tagged(Shape.DECIMAL, decimal);
            case Value.Choice choice -> tagged(Shape.CHOICE, choice);
            case Value.Date date -> tagged(Shape.DATE, date);
            case Value.Time time -> tagged(Shape.TIME, time);
            case Value.Moment moment -> tagged(Shape.MOMENT, moment);
            case Value.Entity entity -> tagged(Shape.ENTITY, entity);
            case Value.Choices several -> throw new IllegalArgumentException("no single value: " + several);
            case Value.Entities several -> throw new IllegalArgumentException("no single value: " + several);
            case Value.Files several -> throw new IllegalArgumentException("no single value: " + several);
            case Value.Rows several -> throw new IllegalArgumentException("no single value: " + several);
        };
    }

    private static Document tagged(Shape shape, Value value) {
        return new Document(SHAPE, shape.name()).append(HELD, ValueWriter.write(value));
    }

    private static Value value(Document document) {
        String shape = document.getString(SHAPE);
        return shape == null ? Value.BLANK : ValueReader.read(Shape.valueOf(shape), document.get(HELD, Object.class));
    }
}
