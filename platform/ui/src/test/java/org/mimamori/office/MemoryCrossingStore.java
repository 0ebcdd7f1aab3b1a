package org.mimamori.office;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.notify.Crossing;
import org.mimamori.engine.notify.CrossingStore;

/** Crossings in memory. */
final class MemoryCrossingStore implements CrossingStore {

    private final List<Crossing> crossings = new ArrayList<>();
    private int last;

    @Override
    public synchronized void add(List<Crossing> added) {
        for (Crossing one : added) {
            crossings.add(new Crossing(
                    Integer.toString(++last),
                    one.app(),
                    one.record(),
                    one.actor(),
                    one.at(),
                    one.title(),
                    one.fields(),
                    one.receivers()));
        }
    }

    @Override
    public synchronized List<Crossing> waiting(int limit) {
        return crossings.stream().limit(limit).toList();
    }

    @Override
    public synchronized void remove(Crossing crossing) {
        crossings.removeIf(one -> one.id().equals(crossing.id()));
    }
}
