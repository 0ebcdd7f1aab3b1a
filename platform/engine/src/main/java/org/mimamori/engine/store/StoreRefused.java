package org.mimamori.engine.store;

/** The database cannot be used; the platform does not start. */
public final class StoreRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    StoreRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    StoreRefused(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** A single mongod that is no member of a replica set has no transactions. */
        NO_TRANSACTIONS,
        /** A newer program has written the data. */
        NEWER_FORMAT
    }
}
