package org.mimamori.embedded.command;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.store.ReadView;
import org.mimamori.embedded.store.Snapshot;
import org.mimamori.embedded.store.Store;
import org.mimamori.embedded.store.WriteUnit;

/** How a command reaches the data: within its transaction if it has one, else on its own. */
final class Access {

    private final Store store;
    private final @Nullable WriteUnit transaction;

    Access(Store store, @Nullable WriteUnit transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    boolean inTransaction() {
        return transaction != null;
    }

    /** A snapshot to read from, which the caller closes. */
    ReadView openView() {
        return transaction == null ? store.read() : store.read(transaction);
    }

    <T> T read(Function<Snapshot, T> work) {
        try (ReadView view = openView()) {
            return work.apply(view.snapshot());
        }
    }

    /** Writes, and commits unless a transaction goes on. */
    <T> T write(Function<WriteUnit, T> work) {
        if (transaction != null) {
            return work.apply(transaction);
        }
        try (WriteUnit unit = store.write()) {
            T result = work.apply(unit);
            unit.commit();
            return result;
        }
    }
}
