package org.mimamori.engine.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.process.ProcessPeople;
import org.mimamori.engine.process.Round;
import org.mimamori.engine.process.Status;
import org.mimamori.engine.process.StatusAction;

/** A record in the process of its app, as one actor has it before it. */
final class Progress {

    private final Opened opened;
    private final AppRecord record;
    private final ProcessPeople people;

    Progress(Opened opened, AppRecord record) {
        this.opened = opened;
        this.record = record;
        this.people = new ProcessPeople(
                opened.directory(), opened.app().stamp().creator(), code -> record.value(opened.app(), code));
    }

    /** The status; empty for one the process no longer has. */
    Optional<Status> status() {
        return record.value(code(opened, SystemValue.STATUS)) instanceof Value.Choice(String held)
                ? opened.app().process().standing(held)
                : Optional.of(opened.app().process().initial());
    }

    List<EntityRef> assignees() {
        return record.value(code(opened, SystemValue.STATUS_ASSIGNEE)) instanceof Value.Entities(List<EntityRef> refs)
                ? refs
                : List.of();
    }

    Round round() {
        return Round.of(record::value);
    }

    /** The actions that leave the status and whose condition the record meets. */
    List<StatusAction> open() {
        return status().map(opened.app().process()::leaving).orElse(List.of()).stream()
                .filter(this::meets)
                .toList();
    }

    private boolean meets(StatusAction action) {
        return opened.holds(opened.defined().resolveRight(action.filterCond()), record);
    }

    /** Whether the actor may take an action, as far as it depends on the person. */
    boolean mayTake(StatusAction action) {
        Actor actor = opened.actor();
        if (actor instanceof Actor.Platform) {
            return true;
        }
        if (action.isSecondary()) {
            return people.include(action.executors(), actor);
        }
        List<EntityRef> assignees = assignees();
        return assignees.isEmpty() ? opened.holds(opened.access().editable(), record) : assignees.contains(actor.ref());
    }

    /** Whether the record moves on when the actor takes the action, or others have to take it too. */
    boolean movesOnWith(StatusAction action) {
        boolean together = status().filter(Status::needsAll).isPresent()
                && !action.isSecondary()
                && !assignees().isEmpty()
                && !(opened.actor() instanceof Actor.Platform);
        return !together || roundWith(action).isComplete(assignees());
    }

    Round roundWith(StatusAction action) {
        return round().with(opened.actor().ref(), action.name().base());
    }

    Status target(StatusAction action) {
        return opened.app().process().status(action.to()).orElseThrow();
    }

    /** The people from whom those are taken who act in the status. */
    List<EntityRef> candidates(Status status) {
        return people.of(status.candidates());
    }

    /**
     * What the record holds once it stands in the status.
     *
     * @param chosen the one assignee, where one has to be chosen
     */
    Map<FieldCode, Value> moved(Status to, @Nullable EntityRef chosen) {
        List<EntityRef> next = to.mode() == Status.Mode.ONE
                ? Optional.ofNullable(chosen).map(List::of).orElse(List.of())
                : candidates(to);
        Map<FieldCode, Value> values = new HashMap<>(Round.over());
        values.put(code(opened, SystemValue.STATUS), new Value.Choice(to.name()));
        values.put(code(opened, SystemValue.STATUS_ASSIGNEE), Value.entities(next));
        return values;
    }

    static FieldCode code(Opened opened, SystemValue value) {
        return opened.app().fields().system(value).code();
    }
}
