package org.mimamori.ui.login;

import org.mimamori.engine.directory.PasswordRule;
import org.mimamori.engine.directory.User;

/** Port: the one-time set-up of an installation nobody can sign in to yet. */
public interface FirstAdministrator {

    /** Fewest characters of the first administrator's password. */
    int PASSWORD_LENGTH = PasswordRule.SHORTEST;

    /** Whether nobody can sign in yet. False for ever once an administrator exists. */
    boolean needed();

    /**
     * Makes the first administrator.
     *
     * @param password at least {@link #PASSWORD_LENGTH} characters
     * @throws org.mimamori.engine.problem.PlatformException with {@code Forbidden} when it is no longer needed, also
     *     when somebody else was faster; {@code BadParameter} for a short password
     */
    void create(User administrator, String password);
}
