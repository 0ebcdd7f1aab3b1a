package org.mimamori.engine.app;

/** Port: work that is to be done when apps become live. */
public interface DeployListener {

    /** Nothing is to be done. */
    DeployListener NONE = app -> {};

    /** Called inside the transaction that makes the app live: nothing outside the store may be done. */
    void deployed(Deployed app);
}
