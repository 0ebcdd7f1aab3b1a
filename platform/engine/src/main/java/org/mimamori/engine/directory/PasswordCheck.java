package org.mimamori.engine.directory;

/** Port: compares a password with a kept hash. Slow on purpose. */
public interface PasswordCheck {

    boolean matches(String password, String hash);

    /** The hash to keep for a password. */
    String hash(String password);
}
