package org.mimamori.engine.space;

import org.jspecify.annotations.Nullable;

/** A change of a space's settings; null leaves a thing as it is. */
public record SpaceChange(
        @Nullable String name,
        @Nullable Boolean isPrivate,
        @Nullable Boolean multiThread,
        @Nullable Boolean fixedMember,
        @Nullable Boolean onlyAdminsCreateApps,
        @Nullable Boolean showAnnouncement,
        @Nullable Boolean showThreadList,
        @Nullable Boolean showAppList,
        @Nullable Boolean showMemberList,
        @Nullable Boolean showRelatedLinkList) {

    boolean asksForParts() {
        return showAnnouncement != null
                || showThreadList != null
                || showAppList != null
                || showMemberList != null
                || showRelatedLinkList != null;
    }

    Shown shown(Shown before) {
        return new Shown(
                or(showAnnouncement, before.announcement()),
                or(showThreadList, before.threadList()),
                or(showAppList, before.appList()),
                or(showMemberList, before.memberList()),
                or(showRelatedLinkList, before.relatedLinkList()));
    }

    static boolean or(@Nullable Boolean wanted, boolean otherwise) {
        return wanted == null ? otherwise : wanted;
    }
}
