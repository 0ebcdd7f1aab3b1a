package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.notify.Crossing;
import org.mimamori.engine.notify.CrossingStore;
import org.mimamori.engine.notify.Receiver;

/** What every store of crossings does. */
abstract class CrossingStoreContract {

    private static final Instant AT = Instant.parse("2026-05-15T01:30:00.123Z");

    protected abstract MongoStores stores();

    private CrossingStore crossings() {
        return stores().crossings();
    }

    private static Crossing crossing(long record, int seconds) {
        return new Crossing(
                "",
                new AppId(7),
                record,
                record == 1 ? null : EntityRef.user("sato"),
                AT.plusSeconds(seconds),
                "欠席が続いています",
                Set.of(new FieldCode("streak")),
                List.of(
                        new Receiver(EntityRef.organization("city"), true, false),
                        new Receiver(EntityRef.user("abe"), false, true)));
    }

    @Test
    void givesWhatWaitsOldestFirstUntilItIsRemoved() {
        crossings().add(List.of(crossing(2, 2), crossing(1, 1)));

        List<Crossing> waiting = crossings().waiting(10);
        assertThat(waiting)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(crossing(1, 1), crossing(2, 2));
        assertThat(waiting).extracting(Crossing::id).doesNotHaveDuplicates().doesNotContain("");
        assertThat(crossings().waiting(1)).containsExactly(waiting.getFirst());

        waiting.forEach(crossings()::remove);
        assertThat(crossings().waiting(10)).isEmpty();
    }

    @Test
    void keepsNothingOfATransactionThatFails() {
        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    crossings().add(List.of(crossing(3, 3)));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(crossings().waiting(10)).isEmpty();
    }

    @Test
    void remembersHowFarRemindersWereTold() {
        assertThat(stores().reminders().until()).isEmpty();

        stores().reminders().moveTo(AT.plusSeconds(60));
        stores().reminders().moveTo(AT);

        assertThat(stores().reminders().until()).contains(AT.plusSeconds(60));
    }
}
