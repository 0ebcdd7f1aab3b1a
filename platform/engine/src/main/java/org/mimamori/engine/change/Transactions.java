package org.mimamori.engine.change;

import java.util.function.Supplier;

/** Port: one unit of work over everything the platform stores. Short; retried when the store says it may be. */
public interface Transactions {

    /**
     * Runs the work in one transaction: all of it is kept or none. A call inside another joins it.
     *
     * <p>The work may run more than once, so it has no effect outside the store.
     */
    <T> T run(Supplier<T> work);
}
