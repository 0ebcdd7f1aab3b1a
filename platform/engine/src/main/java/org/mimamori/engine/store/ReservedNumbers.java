package org.mimamori.engine.store;

import java.util.OptionalLong;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Numbers of the change log that the running transaction took together with those of its records. */
final class ReservedNumbers implements TransactionSynchronization {

    private long first;
    private int left;

    private ReservedNumbers() {}

    /** Keeps them for the entries that are written next; what was kept before is lost, as numbers may be. */
    static void keep(long first, int count) {
        ReservedNumbers kept = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(ReservedNumbers.class::isInstance)
                .map(ReservedNumbers.class::cast)
                .findFirst()
                .orElseGet(ReservedNumbers::registered);
        kept.first = first;
        kept.left = count;
    }

    private static ReservedNumbers registered() {
        ReservedNumbers made = new ReservedNumbers();
        TransactionSynchronizationManager.registerSynchronization(made);
        return made;
    }

    /** The first of so many, if exactly so many are kept: entries of one transaction stand in their order. */
    static OptionalLong take(int count) {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof ReservedNumbers kept && kept.left == count) {
                kept.left = 0;
                return OptionalLong.of(kept.first);
            }
        }
        return OptionalLong.empty();
    }
}
