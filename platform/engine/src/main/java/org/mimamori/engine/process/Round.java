package org.mimamori.engine.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/**
 * What is going on in a status in which all assignees have to act: they have to take the same action, so that nobody's
 * consent passes another's refusal by. A different action starts the round anew.
 *
 * @param action name of the action taken so far; empty when nobody has acted
 * @param acted who has taken it
 */
public record Round(String action, List<EntityRef> acted) {

    /** Under which records keep the action of the round; no field can have the code. */
    public static final FieldCode ACTION = new FieldCode("$action");

    /** Under which records keep who has acted; no field can have the code. */
    public static final FieldCode ACTED = new FieldCode("$acted");

    private static final Round NONE = new Round("", List.of());

    public Round {
        acted = List.copyOf(acted);
    }

    /** The round a record is in. */
    public static Round of(Function<FieldCode, Value> record) {
        return record.apply(ACTION) instanceof Value.Choice(String action)
                        && record.apply(ACTED) instanceof Value.Entities(List<EntityRef> acted)
                ? new Round(action, acted)
                : NONE;
    }

    /** The round once somebody has acted. */
    public Round with(EntityRef actor, String taken) {
        List<EntityRef> agreeing = new ArrayList<>();
        if (taken.equals(action)) {
            agreeing.addAll(acted);
            agreeing.remove(actor);
        }
        agreeing.add(actor);
        return new Round(taken, agreeing);
    }

    /** Whether all of them have acted, and alike. */
    public boolean isComplete(List<EntityRef> assignees) {
        return acted.containsAll(assignees);
    }

    /** What the record then holds of it. */
    public Map<FieldCode, Value> values() {
        return Map.of(ACTION, action.isEmpty() ? Value.BLANK : new Value.Choice(action), ACTED, Value.entities(acted));
    }

    /** What a record holds of no round. */
    public static Map<FieldCode, Value> over() {
        return NONE.values();
    }
}
