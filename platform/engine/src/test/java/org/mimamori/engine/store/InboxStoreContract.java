package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.inbox.Inbox;
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
                id,
                person,
                Notice.Kind.MENTIONED,
                new AppId(7),
                12,
                3,
                "",
                Set.of(),
                true,
                EntityRef.user("nursery01"),
                AT.plusSeconds(60L * minute),
                false);
    }

    private List<String> ids(String person, Inbox.Which which, int offset, int limit) {
        return inbox().of(person, which, offset, limit).stream().map(Notice::id).toList();
    }

    @Test
    void givesAPersonTheNoticesNewestFirst() {
        inbox().add(notice("a", "7-12-1", 1));
        inbox().add(notice("a", "7-12-3", 3));
        inbox().add(notice("a", "7-12-2", 2));
        inbox().add(notice("b", "7-12-1", 1));

        assertThat(inbox().of("a", Inbox.Which.ALL, 0, 1)).containsExactly(notice("a", "7-12-3", 3));
        assertThat(ids("a", Inbox.Which.ALL, 0, 10)).containsExactly("7-12-3", "7-12-2", "7-12-1");
        assertThat(ids("a", Inbox.Which.ALL, 1, 1)).containsExactly("7-12-2");
        assertThat(ids("a", Inbox.Which.ALL, 0, 0)).isEmpty();
        assertThat(ids("b", Inbox.Which.ALL, 0, 10)).containsExactly("7-12-1");
        assertThat(ids("nobody", Inbox.Which.ALL, 0, 10)).isEmpty();
    }

    @Test
    void keepsANoticeThatComesAgainAsItIs() {
        inbox().add(notice("c", "7-12-1", 1));
        inbox().markRead("c", List.of("7-12-1"));

        inbox().add(notice("c", "7-12-1", 5));

        assertThat(inbox().of("c", Inbox.Which.ALL, 0, 10)).hasSize(1).first().satisfies(kept -> {
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

        assertThat(ids("d", Inbox.Which.UNREAD, 0, 10)).containsExactly("7-12-2");
        assertThat(ids("e", Inbox.Which.UNREAD, 0, 10)).containsExactly("7-12-1");
    }

    @Test
    void takesNobodysNoticeForAnothers() {
        inbox().add(notice("f", "1:x", 1));
        inbox().add(notice("f:1", "x", 1));

        assertThat(ids("f", Inbox.Which.ALL, 0, 10)).containsExactly("1:x");
        assertThat(ids("f:1", Inbox.Which.ALL, 0, 10)).containsExactly("x");
    }

    private static Notice condition(String person, String id, boolean toMe) {
        Set<FieldCode> fields = Set.of(new FieldCode("streak"), new FieldCode("欠席"));
        return new Notice(
                id, person, Notice.Kind.CONDITION, new AppId(7), 12, 0, "欠席が続いています", fields, toMe, null, AT, false);
    }

    @Test
    void keepsAllThatANoticeSays() {
        inbox().add(condition("g", "crossing-1", false));

        assertThat(inbox().of("g", Inbox.Which.ALL, 0, 10)).containsExactly(condition("g", "crossing-1", false));
    }

    @Test
    void tellsThoseForThePersonInParticular() {
        inbox().add(condition("h", "crossing-1", false));
        inbox().add(condition("h", "crossing-2", true));
        inbox().markRead("h", List.of("crossing-2"));

        assertThat(ids("h", Inbox.Which.TO_ME, 0, 10)).containsExactly("crossing-2");
        assertThat(ids("h", Inbox.Which.UNREAD, 0, 10)).containsExactly("crossing-1");
    }

    @Test
    void dropsOldNotices() {
        inbox().add(notice("i", "7-12-1", -60 * 24 * 400));
        inbox().add(notice("i", "7-12-2", 0));

        assertThat(inbox().deleteBefore(AT.minusSeconds(60L * 60 * 24 * 399))).isEqualTo(1);
        assertThat(ids("i", Inbox.Which.ALL, 0, 10)).containsExactly("7-12-2");
    }
}
