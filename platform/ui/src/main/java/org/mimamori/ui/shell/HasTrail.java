package org.mimamori.ui.shell;

import java.util.List;

/** A page that says how one gets to it. Asked after every navigation. */
public interface HasTrail {

    /** The way from below the home page to this page, which comes last. */
    List<Crumb> trail();
}
