package org.mimamori.engine.store;

import java.time.Duration;

/** How a retry waits. */
@FunctionalInterface
interface Pause {

    void take(Duration length);

    /** Lets the thread sleep; an interrupt ends the wait and stays noted. */
    static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
