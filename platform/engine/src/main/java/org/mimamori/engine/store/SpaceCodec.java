package org.mimamori.engine.store;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.mimamori.engine.app.Stamp;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.space.Member;
import org.mimamori.engine.space.Shown;
import org.mimamori.engine.space.Space;
import org.mimamori.engine.space.SpaceTemplate;
import org.mimamori.engine.space.SpaceThread;
import org.mimamori.engine.space.ThreadComment;

/** Writes spaces, threads and templates as documents and reads them back. */
final class SpaceCodec {

    static final String ID = "_id";
    static final String SPACE = "space";
    static final String THREAD = "thread";
    static final String NUMBER = "number";

    private static final String FILES = "files";
    private static final String NAME = "name";
    private static final String BODY = "body";
    private static final String SHOWN = "shown";
    private static final String THREADS = "threads";
    private static final String MULTI = "multi";
    private static final String ADMINS_CREATE = "adminsCreate";

    private SpaceCodec() {}

    static Document write(Space space) {
        Space.Traits traits = space.traits();
        return stamped(
                new Document(ID, space.id())
                        .append(NAME, space.name())
                        .append("private", traits.isPrivate())
                        .append("guest", traits.guest())
                        .append("fixed", traits.fixedMember())
                        .append(MULTI, traits.multiThread())
                        .append(ADMINS_CREATE, traits.onlyAdminsCreateApps())
                        .append(THREAD, space.defaultThread())
                        .append(SHOWN, write(space.shown()))
                        .append(
                                "members",
                                space.members().stream().map(SpaceCodec::write).toList())
                        .append("guests", space.guests())
                        .append("deleted", space.deletedAt() == null ? null : ValueWriter.moment(space.deletedAt())),
                space.stamp());
    }

    static Space space(Document document) {
        return new Space(
                document.getLong(ID),
                document.getString(NAME),
                new Space.Traits(
                        document.getBoolean("private"),
                        document.getBoolean("guest"),
                        document.getBoolean("fixed"),
                        document.getBoolean(MULTI),
                        document.getBoolean(ADMINS_CREATE)),
                document.getLong(THREAD),
                shown(document.get(SHOWN, Document.class)),
                document.getList("members", Document.class).stream()
                        .map(SpaceCodec::member)
                        .toList(),
                document.getList("guests", String.class),
                stamp(document),
                document.get("deleted", Instant.class));
    }

    private static Document write(Member member) {
        return new Document("e", EntityCodes.write(member.entity()))
                .append("admin", member.admin())
                .append("subs", member.includeSubs());
    }

    private static Member member(Document document) {
        return new Member(
                EntityCodes.read(document.getString("e")), document.getBoolean("admin"), document.getBoolean("subs"));
    }

    private static Document write(Shown shown) {
        return new Document("announcement", shown.announcement())
                .append(THREADS, shown.threadList())
                .append("apps", shown.appList())
                .append("members", shown.memberList())
                .append("links", shown.relatedLinkList());
    }

    private static Shown shown(Document document) {
        return new Shown(
                document.getBoolean("announcement"),
                document.getBoolean(THREADS),
                document.getBoolean("apps"),
                document.getBoolean("members"),
                document.getBoolean("links"));
    }

    static Document write(SpaceThread thread) {
        return stamped(
                new Document(ID, thread.id())
                        .append(SPACE, thread.space())
                        .append(NAME, thread.name())
                        .append(BODY, thread.body()),
                thread.stamp());
    }

    static SpaceThread thread(Document document) {
        return new SpaceThread(
                document.getLong(ID),
                document.getLong(SPACE),
                document.getString(NAME),
                document.getString(BODY),
                stamp(document));
    }

    static Document write(ThreadComment comment, long number) {
        return new Document(ID, comment.thread() + ":" + number)
                .append(THREAD, comment.thread())
                .append(NUMBER, number)
                .append("text", comment.text())
                .append(
                        "mentions",
                        comment.mentions().stream().map(EntityCodes::write).toList())
                .append(FILES, comment.files().stream().map(SpaceCodec::write).toList())
                .append("creator", EntityCodes.write(comment.creator()))
                .append("created", ValueWriter.moment(comment.createdAt()));
    }

    static ThreadComment comment(Document document) {
        return new ThreadComment(
                document.getLong(NUMBER),
                document.getLong(THREAD),
                document.getString("text"),
                document.getList("mentions", String.class).stream()
                        .map(EntityCodes::read)
                        .toList(),
                document.getList(FILES, Document.class).stream()
                        .map(SpaceCodec::picture)
                        .toList(),
                EntityCodes.read(document.getString("creator")),
                document.get("created", Instant.class));
    }

    private static Document write(ThreadComment.Picture picture) {
        return new Document("key", picture.file().key())
                .append(NAME, picture.file().name())
                .append("type", picture.file().contentType())
                .append("size", picture.file().size())
                .append("width", picture.width());
    }

    private static ThreadComment.Picture picture(Document document) {
        return new ThreadComment.Picture(
                new FileRef(
                        document.getString("key"),
                        document.getString(NAME),
                        document.getString("type"),
                        document.getLong("size")),
                document.getInteger("width"));
    }

    static Document write(SpaceTemplate template) {
        List<Document> threads = template.threads().stream()
                .map(draft -> new Document(NAME, draft.name()).append(BODY, draft.body()))
                .toList();
        return new Document(ID, template.id())
                .append(NAME, template.name())
                .append(MULTI, template.multiThread())
                .append(ADMINS_CREATE, template.onlyAdminsCreateApps())
                .append(SHOWN, write(template.shown()))
                .append(BODY, template.body())
                .append(THREADS, threads);
    }

    static SpaceTemplate template(Document document) {
        return new SpaceTemplate(
                document.getLong(ID),
                document.getString(NAME),
                document.getBoolean(MULTI),
                document.getBoolean(ADMINS_CREATE),
                shown(document.get(SHOWN, Document.class)),
                document.getString(BODY),
                document.getList(THREADS, Document.class).stream()
                        .map(draft -> new SpaceTemplate.Draft(draft.getString(NAME), draft.getString(BODY)))
                        .toList());
    }

    private static Document stamped(Document document, Stamp stamp) {
        return document.append("creator", EntityCodes.write(stamp.creator()))
                .append("created", ValueWriter.moment(stamp.createdAt()))
                .append("modifier", EntityCodes.write(stamp.modifier()))
                .append("modified", ValueWriter.moment(stamp.modifiedAt()));
    }

    private static Stamp stamp(Document document) {
        return new Stamp(
                EntityCodes.read(document.getString("creator")),
                document.get("created", Instant.class),
                EntityCodes.read(document.getString("modifier")),
                document.get("modified", Instant.class));
    }
}
