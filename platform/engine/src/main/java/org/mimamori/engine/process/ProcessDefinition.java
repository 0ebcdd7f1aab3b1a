package org.mimamori.engine.process;

import java.util.List;
import java.util.Optional;

/**
 * How the records of an app move from status to status.
 *
 * @param enabled whether it is used; the statuses of an app that has switched it off are kept for when it is back on
 * @param statuses in order; the first is that of a new record
 */
public record ProcessDefinition(boolean enabled, List<Status> statuses, List<StatusAction> actions) {

    /** An app that has never had a process. */
    public static final ProcessDefinition NONE = new ProcessDefinition(false, List.of(), List.of());

    public ProcessDefinition {
        statuses = List.copyOf(statuses);
        actions = List.copyOf(actions);
    }

    /** The status of a new record. */
    public Status initial() {
        return statuses.getFirst();
    }

    public Optional<Status> status(String name) {
        return statuses.stream().filter(status -> status.name().equals(name)).findFirst();
    }

    /** The status a record stands in that holds this name: a renamed one goes by its new name. */
    public Optional<Status> standing(String held) {
        return status(held)
                .or(() -> statuses.stream()
                        .filter(status -> status.formerName().equals(held))
                        .findFirst());
    }

    /** The actions that leave a status, in order. */
    public List<StatusAction> leaving(Status from) {
        return actions.stream()
                .filter(action -> action.from().equals(from.name()))
                .toList();
    }
}
