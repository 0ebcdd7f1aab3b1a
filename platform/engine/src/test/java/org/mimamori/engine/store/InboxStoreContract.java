package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.inbox.InboxStore;
import org.mimamori.engine.inbox.Notice;

/** What every store of notices does. */
abstract class InboxStoreContract {

    private static final Instant AT = Instant.parse("2026-05-15T01:30:00.123Z");

    protected abstract MongoStores stores();

    private InboxStore inbox() {
        return stores().inbox();
    }

    private static Notice notice(String person, String id, int minute) {
        return new Notice(
                id, person, new AppId(7), 12, 3, EntityRef.user("nursery01"), AT.plusSeconds(60L * minute), false);
    }

    private List<String> ids(String person, boolean unreadOnly, int offset, int limit) {
        return inbox().of(person, unreadOnly, offset, limit).stream()
                .map(Notice::id)
                .toList();
    }

    @Test
    void givesAPersonTheNoticesNewestFirst() {
        inbox().add(notice("a", "7-12-1", 1));
        inbox().add(notice("a", "7-12-3", 3));
        inbox().add(notice("a", "7-12-2", 2));
        inbox().add(notice("b", "7-12-1", 1));

        assertThat(inbox().of("a", false, 0, 1)).containsExactly(notice("a", "7-12-3", 3));
        assertThat(ids("a", false, 0, 10)).containsExactly("7-12-3", "7-12-2", "7-12-1");
        assertThat(ids("a", false, 1, 1)).containsExactly("7-12-2");
        assertThat(ids("a", false, 0, 0)).isEmpty();
        assertThat(ids("b", false, 0, 10)).containsExactly("7-12-1");
        assertThat(ids("nobody", false, 0, 10)).isEmpty();
    }

    @Test
    void keepsANoticeThatComesAgainAsItIs() {
        inbox().add(notice("c", "7-12-1", 1));
        inbox().markRead("c", List.of("7-12-1"));

        inbox().add(notice("c", "7-12-1", 5));

        assertThat(inbox().of("c", false, 0, 10)).hasSize(1).first().satisfies(kept -> {
            assertThat(kept.read()).isTrue();
            assertThat(kept.at()).isEqualTo(notice("c", "7-12-1", 1).at());
        });
    }

    @Test
    void marksOnlyThePersonsOwnNoticesRead() {
        inbox().add(notice("d", "7-12-1", 1));
        inbox().add(notice("d", "7-12-2", 2));
        inbox().add(notice("e", "7-12-1", 1));

        inbox().markRead("d", List.of("7-12-1", "7-99-9"));

        assertThat(ids("d", true, 0, 10)).containsExactly("7-12-2");
        assertThat(ids("e", true, 0, 10)).containsExactly("7-12-1");
    }

    @Test
    void takesNobodysNoticeForAnothers() {
        inbox().add(notice("f", "1:x", 1));
        inbox().add(notice("f:1", "x", 1));

        assertThat(ids("f", false, 0, 10)).containsExactly("1:x");
        assertThat(ids("f:1", false, 0, 10)).containsExactly("x");
    }
}
