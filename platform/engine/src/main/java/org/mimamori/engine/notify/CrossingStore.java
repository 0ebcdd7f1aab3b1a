package org.mimamori.engine.notify;

import java.util.List;

/** Port: where crossings wait to be told. */
public interface CrossingStore {

    /** Keeps crossings under new ids; joins the running transaction. */
    void add(List<Crossing> crossings);

    /** Crossings nobody has removed, oldest first. */
    List<Crossing> waiting(int limit);

    void remove(Crossing crossing);
}
