package org.mimamori.embedded;

/** The store cannot be used, for a reason that the message tells an operator. */
public final class EmbeddedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbeddedStoreException(String message) {
        super(message);
    }

    public EmbeddedStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
