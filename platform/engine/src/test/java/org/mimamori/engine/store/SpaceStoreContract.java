package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Stamp;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.record.AppPlaces.AppPlace;
import org.mimamori.engine.space.Member;
import org.mimamori.engine.space.Shown;
import org.mimamori.engine.space.Space;
import org.mimamori.engine.space.SpaceStore;
import org.mimamori.engine.space.SpaceTemplate;
import org.mimamori.engine.space.SpaceThread;
import org.mimamori.engine.space.ThreadComment;

/** What every store of spaces does. */
abstract class SpaceStoreContract {

    private static final Instant AT = Instant.parse("2026-05-15T01:30:00.123Z");
    private static final Stamp STAMP = new Stamp(EntityRef.user("admin"), AT, EntityRef.user("head01"), AT);

    protected abstract TestStores testStores();

    private SpaceStore spaces() {
        return testStores().get().spaces();
    }

    private Space space(long id, boolean deleted) {
        return new Space(
                id,
                "見守り",
                new Space.Traits(true, true, false, true, true),
                7,
                new Shown(true, false, true, false, true),
                List.of(
                        new Member(EntityRef.user("sato"), true, false),
                        new Member(EntityRef.organization("office"), false, true)),
                List.of("npo@example.org"),
                STAMP,
                deleted ? AT : null);
    }

    @Test
    void givesBackASpaceAsItWasKept() {
        long first = spaces().nextId();
        long second = spaces().nextId();
        spaces().save(space(second, true));
        spaces().save(space(first, false));

        assertThat(spaces().find(first)).contains(space(first, false));
        assertThat(spaces().find(4711)).isEmpty();
        assertThat(spaces().spaces()).containsSubsequence(space(first, false), space(second, true));
        spaces().saveBody(first, "<b>x</b>");
        assertThat(spaces().body(first)).isEqualTo("<b>x</b>");
        assertThat(spaces().body(second)).isEmpty();
    }

    @Test
    void knowsWhereAnAppIs() {
        AppId app = testStores().get().apps().nextId();
        spaces().place(app, new AppPlace(3, 5));
        assertThat(spaces().places()).containsEntry(app, new AppPlace(3, 5));

        spaces().place(app, null);
        assertThat(spaces().places()).doesNotContainKey(app);
    }

    @Test
    void raisesTheVersionWithEverySpaceAndPlaceAndTellsItAtOnceWhereItWasWritten() {
        long before = spaces().version();
        testStores().get().transactions().run(() -> {
            spaces().save(space(spaces().nextId(), false));
            return CompletableFuture.supplyAsync(() -> spaces().version()).join();
        });
        long after = spaces().version();
        spaces().place(testStores().get().apps().nextId(), new AppPlace(1, 1));

        assertThat(after).isGreaterThan(before);
        assertThat(spaces().version()).isGreaterThan(after);
    }

    @Test
    void keepsThreadsAndWhatIsSaidInThem() {
        long space = spaces().nextId();
        SpaceThread thread = new SpaceThread(spaces().nextThread(), space, "相談", "<i>x</i>", STAMP);
        SpaceThread other = new SpaceThread(spaces().nextThread(), space, "連絡", "", STAMP);
        spaces().saveThread(other);
        spaces().saveThread(thread);
        ThreadComment comment = new ThreadComment(
                0,
                thread.id(),
                "お願いします",
                List.of(EntityRef.group("nurses")),
                List.of(
                        new ThreadComment.Picture(new FileRef("k", "写真.png", "image/png", 12), 200),
                        new ThreadComment.Picture(new FileRef("l", "memo.txt", "text/plain", 3), null)),
                EntityRef.user("sato"),
                AT);

        assertThat(spaces().thread(thread.id())).contains(thread);
        assertThat(spaces().threads(space)).containsExactly(thread, other);
        assertThat(spaces().addComment(comment)).isEqualTo(1);
        assertThat(spaces().addComment(comment)).isEqualTo(2);
        assertThat(spaces().comment(thread.id(), 2))
                .contains(new ThreadComment(
                        2,
                        comment.thread(),
                        comment.text(),
                        comment.mentions(),
                        comment.files(),
                        comment.creator(),
                        comment.createdAt()));
        assertThat(spaces().comment(thread.id(), 3)).isEmpty();
    }

    @Test
    void keepsTemplates() {
        SpaceTemplate template = new SpaceTemplate(
                100 + spaces().nextTemplate(),
                "園のひな形",
                true,
                false,
                Shown.ALL,
                "<b>x</b>",
                List.of(new SpaceTemplate.Draft("連絡", "本文")));
        spaces().saveTemplate(template);

        assertThat(spaces().templates()).contains(template);
    }
}
