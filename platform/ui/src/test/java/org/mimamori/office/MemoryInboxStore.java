package org.mimamori.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.inbox.Inbox;
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
    public synchronized List<Notice> of(String person, Inbox.Which which, int offset, int limit) {
        return notices.reversed().stream()
                .filter(notice -> notice.person().equals(person) && wanted(which, notice))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    private static boolean wanted(Inbox.Which which, Notice notice) {
        return switch (which) {
            case ALL -> true;
            case UNREAD -> !notice.read();
            case TO_ME -> notice.toMe();
        };
    }

    @Override
    public synchronized long deleteBefore(Instant instant) {
        int before = notices.size();
        notices.removeIf(notice -> notice.at().isBefore(instant));
        return before - notices.size();
    }

    @Override
    public synchronized void markRead(String person, List<String> ids) {
        notices.replaceAll(notice -> notice.person().equals(person) && ids.contains(notice.id())
                ? new Notice(
                        notice.id(),
                        person,
                        notice.kind(),
                        notice.app(),
                        notice.record(),
                        notice.comment(),
                        notice.title(),
                        notice.fields(),
                        notice.toMe(),
                        notice.actor(),
                        notice.at(),
                        true)
                : notice);
    }
}
