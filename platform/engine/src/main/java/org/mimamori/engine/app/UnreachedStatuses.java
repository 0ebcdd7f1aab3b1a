package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.process.Status;
import org.mimamori.engine.process.StatusAction;

/** Statuses no record will come to: most often a slip, but also how a status is retired in which old records stand. */
final class UnreachedStatuses {

    private UnreachedStatuses() {}

    static void find(ProcessDefinition process, Findings findings) {
        if (!process.enabled()) {
            return;
        }
        Set<String> reached = reached(process);
        process.statuses().stream()
                .filter(status -> !reached.contains(status.name()))
                .forEach(status -> findings.add(
                        Place.ROOT.at("process").at("states").at(status.formerName()),
                        "process.unreachable",
                        status.name()));
    }

    private static Set<String> reached(ProcessDefinition process) {
        Set<String> reached = new HashSet<>();
        List<Status> ahead = new ArrayList<>(List.of(process.initial()));
        while (!ahead.isEmpty()) {
            Status status = ahead.removeLast();
            if (reached.add(status.name())) {
                process.leaving(status).stream()
                        .map(StatusAction::to)
                        .flatMap(to -> process.status(to).stream())
                        .forEach(ahead::add);
            }
        }
        return reached;
    }
}
