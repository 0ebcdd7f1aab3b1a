package org.mimamori.engine.record;

import java.util.List;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;

/** The change log of one record, through the reader's rights on the record and on each field. */
public final class GuardedHistory implements History {

    private final GuardedApps apps;
    private final RecordFinder finder;
    private final ChangeStore changes;

    public GuardedHistory(GuardedApps apps, RecordStore store, ChangeStore changes) {
        this.apps = apps;
        this.finder = new RecordFinder(store);
        this.changes = changes;
    }

    @Override
    public List<Change> of(Actor actor, AppId app, long record, int limit, long before) {
        Opened opened = apps.open(actor, app);
        AppRecord now = finder.get(opened, record);
        return changes.ofRecord(opened.app(), record, limit, before).stream()
                .map(change -> visible(opened, now, change))
                .filter(GuardedHistory::saysSomething)
                .toList();
    }

    private static Change visible(Opened opened, AppRecord now, Change change) {
        Change.What what = switch (change.what()) {
            case Change.What.Created(var diffs) -> new Change.What.Created(visible(opened, now, diffs));
            case Change.What.Updated(var diffs) -> new Change.What.Updated(visible(opened, now, diffs));
            case Change.What.StatusChanged(String action, var diffs) ->
                visible(opened, now, action, visible(opened, now, diffs));
            case Change.What.Deleted(var diffs) -> new Change.What.Deleted(visible(opened, now, diffs));
            case Change.What.Commented commented -> commented;
            case Change.What.CommentDeleted deleted -> deleted;
            case Change.What.Deployed deployed -> deployed;
            case Change.What.Imported imported -> imported;
            case Change.What.ThreadCommented commented -> commented;
            case Change.What.Administered administered -> administered;
        };
        return new Change(
                change.number(),
                change.at(),
                change.actor(),
                change.reason(),
                change.app(),
                change.record(),
                change.revision(),
                what);
    }

    /** The name of an action tells of the status. */
    private static Change.What visible(Opened opened, AppRecord now, String action, List<Change.Diff> diffs) {
        FieldCode status = opened.app().fields().system(SystemValue.STATUS).code();
        return opened.readable(status) && !now.hides(status)
                ? new Change.What.StatusChanged(action, diffs)
                : new Change.What.Updated(diffs);
    }

    /** Whose field the reader may see in the record as it is now. */
    private static List<Change.Diff> visible(Opened opened, AppRecord now, List<Change.Diff> diffs) {
        return diffs.stream()
                .filter(diff -> opened.app().field(diff.field()).isPresent())
                .filter(diff -> opened.readable(diff.field()) && !now.hides(diff.field()))
                .toList();
    }

    /** An update of nothing but hidden fields would betray that they changed. */
    private static boolean saysSomething(Change change) {
        return !(change.what() instanceof Change.What.Updated(var diffs) && diffs.isEmpty());
    }
}
