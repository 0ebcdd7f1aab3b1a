package org.mimamori.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;

/** The change log in memory. */
public final class MemoryChangeStore implements ChangeStore {

    private final List<Change> log = new ArrayList<>();
    private final Map<String, Integer> claimed = new HashMap<>();

    @Override
    public void append(AppDefinition app, List<Change> changes) {
        append(changes);
    }

    @Override
    public synchronized void append(List<Change> changes) {
        changes.forEach(change -> log.add(new Change(
                log.size() + 1L,
                change.at(),
                change.actor(),
                change.reason(),
                change.app(),
                change.record(),
                change.revision(),
                change.what())));
    }

    @Override
    public synchronized List<Change> ofRecord(AppDefinition app, long record, int limit, long beforeNumber) {
        return log.reversed().stream()
                .filter(change -> change.app().equals(app.id()) && change.record() == record)
                .filter(change -> change.number() < beforeNumber)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Change> after(long number, int limit) {
        return log.stream().skip(number).limit(limit).toList();
    }

    @Override
    public synchronized long last() {
        return log.size();
    }

    @Override
    public synchronized List<Change> claim(String worker, int limit) {
        int from = claimed.getOrDefault(worker, 0);
        List<Change> taken = List.copyOf(log.subList(from, Math.min(log.size(), from + limit)));
        claimed.put(worker, from + taken.size());
        return taken;
    }

    @Override
    public void done(String worker, List<Change> changes) {
        // Taken once and for all when claimed.
    }
}
