package org.mimamori.engine.inbox;

import java.util.List;
import org.mimamori.engine.directory.Actor;

/** What a person was told. A notice about a record the person may no longer see is not shown. */
public interface Inbox {

    /** Notices, newest first, each with what the person may see of what it is about. */
    List<Shown> of(Actor.Person person, Which which, int offset, int limit);

    /** Number of unread notices, counted up to 100. */
    int unread(Actor.Person person);

    void markRead(Actor.Person person, List<String> notices);

    /** Which notices are wanted. */
    enum Which {
        ALL,
        UNREAD,
        /** Those for the person in particular, read or not. */
        TO_ME
    }

    /**
     * A notice as shown.
     *
     * @param appName name of the app in the person's language
     * @param recordTitle the record's title as the person may see it
     * @param text the comment's text, or the title of the notification's setting in the person's language; else empty
     */
    record Shown(Notice notice, String appName, String recordTitle, String text) {}
}
