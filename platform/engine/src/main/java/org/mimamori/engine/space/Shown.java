package org.mimamori.engine.space;

/** Which parts of a multi-threaded space are shown on its page. */
public record Shown(
        boolean announcement, boolean threadList, boolean appList, boolean memberList, boolean relatedLinkList) {

    public static final Shown ALL = new Shown(true, true, true, true, true);
}
