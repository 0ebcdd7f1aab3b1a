package org.mimamori.office;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.inbox.InboxStore;
import org.mimamori.engine.inbox.Notice;

/** Notices in memory. */
public final class MemoryInboxStore implements InboxStore {

    private final List<Notice> notices = new ArrayList<>();

    @Override
    public synchronized void add(Notice notice) {
        if (notices.stream()
                .noneMatch(other ->
                        other.id().equals(notice.id()) && other.person().equals(notice.person()))) {
            notices.add(notice);
        }
    }

    @Override
    public synchronized List<Notice> of(String person, boolean unreadOnly, int offset, int limit) {
        return notices.reversed().stream()
                .filter(notice -> notice.person().equals(person) && !(unreadOnly && notice.read()))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void markRead(String person, List<String> ids) {
        notices.replaceAll(notice -> notice.person().equals(person) && ids.contains(notice.id())
                ? new Notice(
                        notice.id(),
                        person,
                        notice.app(),
                        notice.record(),
                        notice.comment(),
                        notice.actor(),
                        notice.at(),
                        true)
                : notice);
    }
}
