package org.mimamori.embedded.command;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.mimamori.embedded.store.WriteUnit;

/** One open transaction. Used by one thread at a time, which holds its monitor. */
final class Transaction {

    private final long number;
    private final WriteUnit unit;
    private final long deadline;
    private final Set<Object> connections = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean open = true;

    Transaction(long number, WriteUnit unit, long deadline) {
        this.number = number;
        this.unit = unit;
        this.deadline = deadline;
    }

    long number() {
        return number;
    }

    long deadline() {
        return deadline;
    }

    WriteUnit unit() {
        return unit;
    }

    void requireOpen() {
        if (!open) {
            throw Transactions.noSuchTransaction(number);
        }
    }

    void usedBy(Object connection) {
        connections.add(connection);
    }

    /** Notes that a connection is gone; returns whether it was the last. */
    boolean leftBy(Object connection) {
        return connections.remove(connection) && connections.isEmpty();
    }

    void commit() {
        unit.commit();
        open = false;
    }

    void rollback() {
        if (open) {
            open = false;
            unit.close();
        }
    }
}
