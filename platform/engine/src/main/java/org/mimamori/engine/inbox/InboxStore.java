package org.mimamori.engine.inbox;

import java.time.Instant;
import java.util.List;

/** Port: where notices are kept. */
public interface InboxStore {

    /** Keeps a notice; the same id again changes nothing. */
    void add(Notice notice);

    /** A person's notices, newest first. */
    List<Notice> of(String person, Inbox.Which which, int offset, int limit);

    void markRead(String person, List<String> ids);

    /** Drops everybody's notices from before an instant; answers how many. */
    long deleteBefore(Instant instant);
}
