package org.mimamori.engine.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.Stamp;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.engine.space.Member;
import org.mimamori.engine.space.Shown;
import org.mimamori.engine.space.Space;
import org.mimamori.engine.space.SpaceStore;
import org.mimamori.engine.space.SpaceThread;
import org.mimamori.engine.space.Threads;
import org.mimamori.engine.store.TestStores;

/** Mentions in threads: told to who may enter the space, and shown as long as they may. */
class ThreadNoticesTest {

    private static final Instant NOW = Instant.parse("2026-04-15T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private final Town town = new Town(STORES.get(), CLOCK);
    private final SpaceStore spaces = STORES.get().spaces();
    private final Stamp stamp = new Stamp(EntityRef.user("sato"), NOW, EntityRef.user("sato"), NOW);

    /** A private space of these people; answers its number, which is its thread's too. */
    private Space space(String... people) {
        long id = spaces.nextId();
        long thread = spaces.nextThread();
        List<Member> members = Stream.of(people)
                .map(code -> new Member(EntityRef.user(code), code.equals("sato"), false))
                .toList();
        Space.Traits traits = new Space.Traits(true, false, false, false, false);
        Space space = new Space(id, "会議", traits, thread, Shown.ALL, members, List.of(), stamp, null);
        spaces.save(space);
        spaces.saveThread(new SpaceThread(thread, id, "議題", "", stamp));
        return space;
    }

    private long say(Space space, EntityRef... mentions) {
        return town.threads.comment(
                town.person("sato"),
                space.id(),
                space.defaultThread(),
                new Threads.Said("見てください", List.of(mentions), List.of()));
    }

    private List<Inbox.Shown> told(String who, Space space) {
        return town.inbox.of(town.person(who), Inbox.Which.TO_ME, 0, 100).stream()
                .filter(shown -> shown.notice().kind() == Notice.Kind.THREAD_MENTIONED)
                .filter(shown -> shown.notice().record() == space.defaultThread())
                .toList();
    }

    @Test
    void tellsThoseMentionedWhoMayEnter() {
        Space space = space("sato", "abe");
        long comment = say(space, EntityRef.group("coordinators"), EntityRef.user("momo1"));

        town.work();

        assertThat(told("abe", space)).singleElement().satisfies(shown -> {
            assertThat(shown.appName()).isEqualTo("会議");
            assertThat(shown.recordTitle()).isEqualTo("議題");
            assertThat(shown.text()).isEqualTo("見てください");
            assertThat(shown.notice().comment()).isEqualTo(comment);
            assertThat(shown.notice().actor()).isEqualTo(EntityRef.user("sato"));
        });
        assertThat(told("sato", space)).as("wrote it").isEmpty();
        assertThat(told("momo1", space)).as("does not belong").isEmpty();
    }

    @Test
    void showsNothingOfASpaceOneHasLeft() {
        Space space = space("sato", "abe");
        say(space, EntityRef.user("abe"));
        town.work();
        assertThat(told("abe", space)).hasSize(1);

        spaces.save(new Space(
                space.id(),
                space.name(),
                space.traits(),
                space.defaultThread(),
                space.shown(),
                List.of(new Member(EntityRef.user("sato"), true, false)),
                List.of(),
                stamp,
                null));

        assertThat(told("abe", space)).isEmpty();
    }
}
