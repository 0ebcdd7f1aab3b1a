package org.mimamori.engine.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Notifications.Event;
import org.mimamori.engine.app.Notifications.Target;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.inbox.Notice.Kind;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.space.ThreadReading;

/**
 * Reads the change log and tells people what general notifications say, and what they were mentioned in or answered on.
 * What the platform itself has written tells nobody.
 */
public final class NotifyWorker {

    /** Older than this class: how far the log is read stands under it. */
    private static final String NAME = "inbox";

    private static final int PAGE = 100;

    private final Desk desk;
    private final ChangeStore changes;
    private final CommentNotices comments;
    private final ThreadNotices threads;

    public NotifyWorker(Desk desk, ChangeStore changes, CommentStore comments, ThreadReading threads) {
        this.desk = desk;
        this.changes = changes;
        this.comments = new CommentNotices(comments);
        this.threads = new ThreadNotices(desk, threads);
    }

    /** Takes what the log holds; answers how many entries it took. May run again on the same entry without harm. */
    public int run() {
        List<Change> claimed = changes.claim(NAME, PAGE);
        Teller teller = desk.teller();
        claimed.forEach(change -> tell(change, teller));
        if (!claimed.isEmpty()) {
            changes.done(NAME, claimed);
        }
        return claimed.size();
    }

    private void tell(Change change, Teller teller) {
        switch (change.what()) {
            case Change.What.Commented(long comment, List<EntityRef> mentions) ->
                with(change, (app, record) -> comments.tell(app, record, change, comment, mentions, teller));
            case Change.What.Created created -> general(change, Event.RECORD_ADDED, Kind.ADDED, Set.of(), teller);
            case Change.What.Updated(List<Change.Diff> diffs) -> {
                assigned(change, diffs, teller);
                general(change, Event.RECORD_EDITED, Kind.EDITED, fields(diffs), teller);
            }
            case Change.What.StatusChanged(String action, List<Change.Diff> diffs) -> {
                assigned(change, diffs, teller);
                statusChanged(change, diffs, teller);
            }
            case Change.What.Deleted deleted -> {}
            case Change.What.CommentDeleted deleted -> {}
            case Change.What.Deployed deployed -> {}
            case Change.What.Imported imported -> imported(change, imported, teller);
            case Change.What.ThreadCommented(long space, long thread, long comment, List<EntityRef> mentions) ->
                threads.tell(change, thread, comment, mentions);
            case Change.What.Administered administered -> {}
        }
    }

    /** An action that has not moved the record yet, for others have to act too, is told to nobody. */
    private void statusChanged(Change change, List<Change.Diff> diffs, Teller teller) {
        Set<FieldCode> status = Assignment.field(desk.catalog().find(change.app()), SystemValue.STATUS)
                .filter(fields(diffs)::contains)
                .map(Set::of)
                .orElse(Set.of());
        if (!status.isEmpty()) {
            general(change, Event.STATUS_CHANGED, Kind.STATUS_CHANGED, status, teller);
        }
    }

    /** A file was read in: told to those the settings name, and to who began it; that it failed, only to the latter. */
    private void imported(Change change, Change.What.Imported imported, Teller teller) {
        desk.catalog().find(change.app()).ifPresent(app -> {
            List<Receiver> receivers = new ArrayList<>();
            receivers.add(new Receiver(change.actor(), false, true));
            if (imported.complete()) {
                receivers.addAll(Receiver.of(targets(app, Event.FILE_IMPORTED)));
            }
            Kind kind = imported.complete() ? Kind.IMPORTED : Kind.IMPORT_FAILED;
            teller.tellOfApp("import-" + imported.job(), kind, app, change.actor(), change.at(), receivers);
        });
    }

    /** Who is to act next is told so, whatever the settings say. */
    private void assigned(Change change, List<Change.Diff> diffs, Teller teller) {
        Assignment.of(desk.catalog().find(change.app()), diffs)
                .ifPresent(assignment -> with(
                        change,
                        (app, record) -> teller.tell(
                                occasion(change, Kind.ASSIGNED, app, record, Set.of(assignment.field())),
                                assignment.receivers())));
    }

    private void general(Change change, Event event, Kind kind, Set<FieldCode> fields, Teller teller) {
        if (!change.reason().isEmpty() || !asked(change, event)) {
            return;
        }
        with(change, (app, record) -> {
            Occasion occasion = occasion(change, kind, app, record, fields);
            teller.tell(occasion, Receiver.of(targets(app, event), app, record));
        });
    }

    /** One key for all that is told of a change: nobody is told twice. */
    private static Occasion occasion(
            Change change, Kind kind, AppDefinition app, AppRecord record, Set<FieldCode> fields) {
        return new Occasion("change-" + change.number(), kind, app, record, 0, "", fields, change.actor(), change.at());
    }

    private boolean asked(Change change, Event event) {
        Optional<AppDefinition> app = desk.catalog().find(change.app());
        return app.isPresent() && !targets(app.get(), event).isEmpty();
    }

    static List<Target> targets(AppDefinition app, Event event) {
        return app.notifications().general().rows().stream()
                .filter(row -> row.events().contains(event))
                .map(row -> row.target())
                .toList();
    }

    private static Set<FieldCode> fields(List<Change.Diff> diffs) {
        return diffs.stream().map(Change.Diff::field).collect(Collectors.toSet());
    }

    /** Does it with the app and the record as they are now, if they are still there. */
    private void with(Change change, Told told) {
        desk.catalog()
                .find(change.app())
                .ifPresent(app -> desk.record(app, change.record()).ifPresent(record -> told.tell(app, record)));
    }

    /** What is told of a record. */
    private interface Told {
        void tell(AppDefinition app, AppRecord record);
    }
}
