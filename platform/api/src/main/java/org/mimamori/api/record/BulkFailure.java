package org.mimamori.api.record;

/** Ends a bulk request's transaction: says which of its calls failed and why. */
final class BulkFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final RuntimeException reason;

    BulkFailure(int index, RuntimeException reason) {
        super(reason);
        this.index = index;
        this.reason = reason;
    }

    int index() {
        return index;
    }

    RuntimeException reason() {
        return reason;
    }
}
