package org.mimamori.engine.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/**
 * One entry of the change log: what was done, by whom, when. History, audit and outbox read the same entries.
 *
 * @param number grows with every entry; 0 before the entry is kept
 * @param app the app, or {@link #NO_APP}
 * @param record number of the record, or 0 when the change is not about one
 * @param revision the record's revision after the change
 * @param reason why the platform itself did it, or that people did it by a file; else empty
 */
public record Change(
        long number, Instant at, EntityRef actor, String reason, AppId app, long record, long revision, What what) {

    /** What was done. */
    public sealed interface What {
        /** A record was added, with these values. */
        record Created(List<Diff> diffs) implements What {}

        /** A record's values changed. */
        record Updated(List<Diff> diffs) implements What {}

        /**
         * Somebody took an action of the process: the status and the assignees changed, or, where all assignees have to
         * act and not all have, nothing yet.
         */
        record StatusChanged(String action, List<Diff> diffs) implements What {}

        /** A record was deleted; its last values. */
        record Deleted(List<Diff> diffs) implements What {}

        /** A comment was written. */
        record Commented(long comment, List<EntityRef> mentions) implements What {}

        /** A comment was deleted. */
        record CommentDeleted(long comment) implements What {}

        /** A definition went live. */
        record Deployed(long appRevision) implements What {}

        /**
         * Somebody read records from a file, and the work is over.
         *
         * @param complete whether the whole file was read; what was written stays if not
         */
        record Imported(long job, long added, long updated, boolean complete) implements What {}

        /** A comment was written in a thread of a space. */
        record ThreadCommented(long space, long thread, long comment, List<EntityRef> mentions) implements What {
            public ThreadCommented {
                mentions = List.copyOf(mentions);
            }
        }

        /**
         * Something that is no record was made, changed or deleted: a person, a space, a token.
         *
         * @param code which one, by its code or number
         * @param details what changed, without anything secret
         */
        record Administered(Subject subject, String code, Deed deed, List<Detail> details) implements What {
            public Administered {
                details = List.copyOf(details);
            }
        }
    }

    /** The app of an entry that is about none. */
    public static final AppId NO_APP = new AppId(0);

    /** What is administered. */
    public enum Subject {
        USER,
        ORGANIZATION,
        GROUP,
        GUEST,
        SPACE,
        THREAD,
        SPACE_TEMPLATE,
        TOKEN,
        OAUTH_CLIENT,
        WEBHOOK_SECRET,
        PLUGIN,
        /** A deleted field of an app, named by its code. */
        FIELD
    }

    /** What became of it. */
    public enum Deed {
        CREATED,
        UPDATED,
        DELETED
    }

    /** One property's change, as text; null stands for "did not exist". */
    public record Detail(
            String name, @Nullable String before, @Nullable String after) {}

    /** An entry about a comment in a thread, fresh for the log. */
    public static Change inThread(
            Instant at, Actor actor, long space, long thread, long comment, List<EntityRef> mentions) {
        String reason = actor instanceof Actor.Platform platform ? platform.reason() : "";
        What what = new What.ThreadCommented(space, thread, comment, mentions);
        return new Change(0, at, actor.ref(), reason, NO_APP, 0, 0, what);
    }

    /** An entry about something that is no record, fresh for the log. */
    public static Change administered(Instant at, Actor actor, AppId app, What.Administered what) {
        String reason = actor instanceof Actor.Platform platform ? platform.reason() : "";
        return new Change(0, at, actor.ref(), reason, app, 0, 0, what);
    }

    /** One field's change; null stands for "did not exist". */
    public record Diff(
            FieldCode field,
            @Nullable Value before,
            @Nullable Value after) {}
}
