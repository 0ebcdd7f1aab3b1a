package org.mimamori.engine.store;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.Change.Diff;
import org.mimamori.engine.change.Change.What;
import org.mimamori.engine.field.Value;

/** Writes entries of the change log as documents and reads them back. */
final class ChangeCodec {

    static final String NUMBER = "_id";
    static final String AT = "at";
    static final String BY = "by";
    static final String APP = "app";
    static final String RECORD = "record";
    static final String DIFFS = "diffs";

    private static final String KIND = "kind";
    private static final String ACTION = "action";
    private static final String COMMENT = "comment";
    private static final String MENTIONS = "mentions";
    private static final String APP_REVISION = "appRevision";
    private static final String JOB = "job";
    private static final String ADDED = "added";
    private static final String UPDATED = "updated";
    private static final String COMPLETE = "complete";
    private static final String BEFORE = "b";
    private static final String AFTER = "a";

    private final LoggedFields fields;
    private final TaggedValues values;

    ChangeCodec(LoggedFields fields) {
        this.fields = fields;
        this.values = new TaggedValues(fields);
    }

    private enum Kind {
        CREATED,
        UPDATED,
        STATUS_CHANGED,
        DELETED,
        COMMENTED,
        COMMENT_DELETED,
        DEPLOYED,
        IMPORTED,
        THREAD_COMMENTED,
        ADMINISTERED
    }

    Document write(long number, Change change) {
        Document document = new Document(NUMBER, number)
                .append(AT, ValueWriter.moment(change.at()))
                .append(BY, EntityCodes.write(change.actor()))
                .append(APP, change.app().value())
                .append(RECORD, change.record())
                .append("rev", change.revision());
        if (!change.reason().isEmpty()) {
            document.append("reason", change.reason());
        }
        switch (change.what()) {
            case What.Created(List<Diff> diffs) -> kind(document, Kind.CREATED).append(DIFFS, diffs(diffs));
            case What.Updated(List<Diff> diffs) -> kind(document, Kind.UPDATED).append(DIFFS, diffs(diffs));
            case What.StatusChanged(String action, List<Diff> diffs) ->
                kind(document, Kind.STATUS_CHANGED).append(ACTION, action).append(DIFFS, diffs(diffs));
            case What.Deleted(List<Diff> diffs) -> kind(document, Kind.DELETED).append(DIFFS, diffs(diffs));
            case What.Commented(long comment, var mentions) ->
                kind(document, Kind.COMMENTED)
                        .append(COMMENT, comment)
                        .append(
                                MENTIONS,
                                mentions.stream().map(EntityCodes::write).toList());
            case What.CommentDeleted(long comment) ->
                kind(document, Kind.COMMENT_DELETED).append(COMMENT, comment);
            case What.Deployed(long revision) -> kind(document, Kind.DEPLOYED).append(APP_REVISION, revision);
            case What.Imported(long job, long added, long updated, boolean complete) ->
                kind(document, Kind.IMPORTED)
                        .append(JOB, job)
                        .append(ADDED, added)
                        .append(UPDATED, updated)
                        .append(COMPLETE, complete);
            case What.ThreadCommented commented ->
                AdministeredCodec.write(kind(document, Kind.THREAD_COMMENTED), commented);
            case What.Administered administered ->
                AdministeredCodec.write(kind(document, Kind.ADMINISTERED), administered);
        }
        return document;
    }

    private static Document kind(Document document, Kind kind) {
        return document.append(KIND, kind.name());
    }

    private List<Document> diffs(List<Diff> diffs) {
        return diffs.stream()
                .map(diff -> {
                    Document document = fields.write(diff.field());
                    if (diff.before() != null) {
                        document.append(BEFORE, values.write(diff.before()));
                    }
                    if (diff.after() != null) {
                        document.append(AFTER, values.write(diff.after()));
                    }
                    return document;
                })
                .toList();
    }

    /**
     * The entry to {@link #read}, without what an added record held: that is most of the log, and decoded for nobody.
     */
    static Document head(RawBsonDocument entry, Codec<Document> codec) {
        if (!entry.getString(KIND).getValue().equals(Kind.CREATED.name())) {
            return entry.decode(codec);
        }
        Document head = new Document(DIFFS, List.of());
        for (String name : List.of(KIND, BY, "reason")) {
            if (entry.containsKey(name)) {
                head.append(name, entry.getString(name).getValue());
            }
        }
        for (String name : List.of(NUMBER, APP, RECORD, "rev")) {
            head.append(name, entry.getInt64(name).getValue());
        }
        return head.append(AT, Instant.ofEpochMilli(entry.getDateTime(AT).getValue()));
    }

    Change read(Document document) {
        return new Change(
                document.getLong(NUMBER),
                document.get(AT, Instant.class),
                EntityCodes.read(document.getString(BY)),
                document.get("reason", ""),
                new AppId(document.getLong(APP)),
                document.getLong(RECORD),
                document.getLong("rev"),
                what(document));
    }

    private What what(Document document) {
        return switch (Kind.valueOf(document.getString(KIND))) {
            case CREATED -> new What.Created(diffs(document));
            case UPDATED -> new What.Updated(diffs(document));
            case STATUS_CHANGED -> new What.StatusChanged(document.getString(ACTION), diffs(document));
            case DELETED -> new What.Deleted(diffs(document));
            case COMMENTED ->
                new What.Commented(
                        document.getLong(COMMENT),
                        document.getList(MENTIONS, String.class).stream()
                                .map(EntityCodes::read)
                                .toList());
            case COMMENT_DELETED -> new What.CommentDeleted(document.getLong(COMMENT));
            case DEPLOYED -> new What.Deployed(document.getLong(APP_REVISION));
            case IMPORTED ->
                new What.Imported(
                        document.getLong(JOB),
                        document.getLong(ADDED),
                        document.getLong(UPDATED),
                        document.getBoolean(COMPLETE));
            case THREAD_COMMENTED -> AdministeredCodec.readComment(document);
            case ADMINISTERED -> AdministeredCodec.read(document);
        };
    }

    private List<Diff> diffs(Document document) {
        return document.getList(DIFFS, Document.class).stream()
                .map(diff -> new Diff(fields.read(diff), value(diff, BEFORE), value(diff, AFTER)))
                .toList();
    }

    private @Nullable Value value(Document diff, String side) {
        @Nullable Document held = diff.get(side, Document.class);
        return held == null ? null : values.read(held);
    }
}
