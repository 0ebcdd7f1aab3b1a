package org.mimamori.engine.store;

import java.util.List;
import org.bson.Document;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.Change.What;

/** The part of a change entry that is about no record. */
final class AdministeredCodec {

    private static final String SPACE = "space";
    private static final String THREAD = "thread";
    private static final String COMMENT = "comment";
    private static final String MENTIONS = "mentions";
    private static final String SUBJECT = "subject";
    private static final String CODE = "code";
    private static final String DEED = "deed";
    private static final String DETAILS = "details";
    private static final String NAME = "n";
    private static final String BEFORE = "b";
    private static final String AFTER = "a";

    private AdministeredCodec() {}

    static void write(Document document, What.Administered what) {
        document.append(SUBJECT, what.subject().name())
                .append(CODE, what.code())
                .append(DEED, what.deed().name())
                .append(
                        DETAILS,
                        what.details().stream().map(AdministeredCodec::detail).toList());
    }

    static void write(Document document, What.ThreadCommented what) {
        document.append(SPACE, what.space())
                .append(THREAD, what.thread())
                .append(COMMENT, what.comment())
                .append(
                        MENTIONS,
                        what.mentions().stream().map(EntityCodes::write).toList());
    }

    static What.ThreadCommented readComment(Document document) {
        return new What.ThreadCommented(
                document.getLong(SPACE),
                document.getLong(THREAD),
                document.getLong(COMMENT),
                document.getList(MENTIONS, String.class).stream()
                        .map(EntityCodes::read)
                        .toList());
    }

    private static Document detail(Change.Detail detail) {
        return new Document(NAME, detail.name()).append(BEFORE, detail.before()).append(AFTER, detail.after());
    }

    static What.Administered read(Document document) {
        List<Change.Detail> details = document.getList(DETAILS, Document.class).stream()
                .map(detail ->
                        new Change.Detail(detail.getString(NAME), detail.getString(BEFORE), detail.getString(AFTER)))
                .toList();
        return new What.Administered(
                Change.Subject.valueOf(document.getString(SUBJECT)),
                document.getString(CODE),
                Change.Deed.valueOf(document.getString(DEED)),
                details);
    }
}
