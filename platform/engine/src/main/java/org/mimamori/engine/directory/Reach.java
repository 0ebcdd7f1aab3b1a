package org.mimamori.engine.directory;

/**
 * Which apps the way a call came in leads to. A guest space is a house of its own: programs reach its apps through its
 * own address and nothing else through that address.
 */
public sealed interface Reach {

    /** Screens: all apps there are. */
    Reach EVERYWHERE = new Everywhere();

    /** The ordinary address of the API: all apps but those in guest spaces. */
    Reach OUTSIDE_GUEST_SPACES = new OutsideGuestSpaces();

    /** All apps. */
    record Everywhere() implements Reach {}

    /** All but those in guest spaces. */
    record OutsideGuestSpaces() implements Reach {}

    /** The apps in one guest space. */
    record GuestSpace(long space) implements Reach {}
}
