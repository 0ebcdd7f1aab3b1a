package org.mimamori.engine.store;

import java.util.function.Supplier;
import org.mimamori.engine.change.Transactions;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of the database, bound to the thread that runs the work. */
final class MongoTransactions implements Transactions {

    private final TransactionTemplate template;
    private final Retries retries;

    MongoTransactions(TransactionTemplate template, Retries retries) {
        this.template = template;
        this.retries = retries;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return isRunning() ? work.get() : retries.run(() -> template.execute(status -> work.get()));
    }

    /** Runs the work when the running transaction has ended, however; at once when there is none. */
    static void afterwards(Runnable work) {
        if (!isRunning()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                work.run();
            }
        });
    }

    static boolean isRunning() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
