package org.mimamori.engine.record;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;

/**
 * The way of records through the process of their app. Who may act: an assignee who sees the record; where nobody is
 * assigned, who may edit it; and whom a secondary action names. All calls raise {@code ProcessOff} for an app that does
 * not use its process.
 */
public interface ProcessService {

    /** kintone's limit of assignees a call may give. */
    int MOST_ASSIGNEES = 100;

    /** Takes an action on a record. */
    Saved act(Actor actor, AppId app, Step step);

    /** Takes actions on up to 100 records, all or none; a bad assignee is named by its place in {@code records}. */
    List<Saved> actAll(Actor actor, AppId app, List<Step> steps);

    /**
     * Gives a record other assignees; for whoever manages the app.
     *
     * @param users login names; none for nobody in particular
     * @param expected revision the sender has read, or {@link RecordChange#ANY}
     */
    Saved assign(Actor actor, AppId app, long record, List<String> users, long expected);

    /** Where a record stands and what the actor may do about it; empty where the app has no process or hides it. */
    Optional<Standing> standing(Actor actor, AppId app, long record);

    /**
     * One action on one record.
     *
     * @param action its name, or a translation of it
     * @param assignee login name of who is to act next; null when the next status does not ask for one
     * @param expected revision the sender has read, or {@link RecordChange#ANY}
     */
    record Step(long record, String action, @Nullable String assignee, long expected) {}

    /**
     * Where a record stands.
     *
     * @param assignees who is to act; empty for nobody in particular, and for who may not see it
     * @param acted who of them has, in a status in which all have to
     * @param ways what the actor may do
     * @param assignable whether the actor may give the record other assignees
     */
    record Standing(
            String status, List<EntityRef> assignees, List<EntityRef> acted, List<Way> ways, boolean assignable) {

        public Standing {
            assignees = List.copyOf(assignees);
            acted = List.copyOf(acted);
            ways = List.copyOf(ways);
        }
    }

    /**
     * An action the actor may take.
     *
     * @param action its name in the definition
     * @param label its name in the actor's language
     * @param to the next status
     * @param choice of whom one has to be named as the next assignee; empty when nobody has
     * @param next who become the assignees without a choice
     */
    record Way(String action, String label, String to, List<EntityRef> choice, List<EntityRef> next) {
        public Way {
            choice = List.copyOf(choice);
            next = List.copyOf(next);
        }
    }
}
