package org.mimamori.ui.login;

import java.util.List;

/** Port: whom a demo offers to sign in as. Outside a demo there is nobody. */
public interface DemoPeople {

    /** In the order to show; people of one role stand together. */
    List<DemoPerson> list();

    /** The password all of them have; empty outside a demo. */
    String password();

    /**
     * Somebody to sign in as.
     *
     * @param code name to sign in with
     * @param role what the person does, in the reader's language: people of one role are grouped under it
     * @param organization where the person works
     */
    record DemoPerson(String code, String name, String role, String organization) {}
}
