package org.mimamori.engine.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Accessibility;
import org.mimamori.engine.query.QueryLimits;

/**
 * The one door to the records: for screens, API, import and the platform's own work. Every call takes an actor, and
 * what the actor may not see does not exist.
 */
public interface RecordService {

    /** A page of a list: the records the actor may see that meet the query, only the fields the actor may see. */
    RecordPage find(Actor actor, AppId app, RecordQuery query);

    /** One record, or {@code RecordNotFound}. */
    AppRecord get(Actor actor, AppId app, long record);

    /** A record, and its app with the rights by which it was read. */
    record Shown(AppRecord record, Apps.Seen app) {}

    /** As {@link #get}, for whoever goes on with the app: the actor's rights are worked out once. */
    Shown show(Actor actor, AppId app, long record);

    /** Adds a record. */
    Saved add(Actor actor, AppId app, Submission submission);

    /** Adds up to 100 records, all or none; problems say which record they are in. */
    List<Saved> addAll(Actor actor, AppId app, List<Submission> submissions);

    /** Changes a record. */
    Saved update(Actor actor, AppId app, RecordChange change);

    /** Changes up to 100 records, all or none. With {@link Missing#INSERT} a record not found is added. */
    List<Saved> updateAll(Actor actor, AppId app, List<RecordChange> changes, Missing missing);

    /** Deletes up to 100 records, all or none. */
    void deleteAll(Actor actor, AppId app, List<Deletion> deletions);

    /** What a form shows while it is being filled in: defaults, copied lookup values, calculated fields, problems. */
    Preview preview(Actor actor, AppId app, @Nullable Long record, Submission submission);

    /** What the actor may do with each record; a record the actor may not see is absent. */
    Map<Long, Permitted> permitted(Actor actor, AppId app, List<Long> records);

    /**
     * Records of a lookup's source app that the actor may choose from, as the lookup's picker shows them.
     *
     * @param field the lookup field of this app
     * @param text what has been typed: part of the key or of a picker field; empty for all
     */
    RecordPage lookupCandidates(Actor actor, AppId app, FieldCode field, String text, QueryLimits page, int offset);

    /** The records a related-records field lists for a record. */
    RecordPage related(Actor actor, AppId app, long record, FieldCode field, int offset);

    /** What an update does with a record it does not find. */
    enum Missing {
        FAIL,
        INSERT
    }

    /** One record to delete; {@link RecordChange#ANY} for no check of the revision. */
    record Deletion(long id, long expected) {}

    /**
     * What an actor may do with a record it sees.
     *
     * @param varying what it may do with those fields for which that depends on the record
     */
    record Permitted(boolean editable, boolean deletable, Map<FieldCode, Accessibility> varying) {

        public static final Permitted NOTHING = new Permitted(false, false, Map.of());

        public Permitted {
            varying = Map.copyOf(varying);
        }
    }
}
