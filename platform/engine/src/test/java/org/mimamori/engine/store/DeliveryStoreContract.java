package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Webhook;
import org.mimamori.engine.webhook.Delivery;
import org.mimamori.engine.webhook.Delivery.State;
import org.mimamori.engine.webhook.DeliveryStore;
import org.mimamori.engine.webhook.WebhookSecrets;

/** What every store of webhook deliveries and secrets does. */
abstract class DeliveryStoreContract {

    private static final Instant AT = Instant.parse("2026-05-15T01:30:00.123Z");

    protected abstract MongoStores stores();

    private DeliveryStore deliveries() {
        return stores().deliveries();
    }

    private static Delivery delivery(int app, String webhook, long change, State state, @Nullable Instant last) {
        return new Delivery(
                app + webhook + change,
                new AppId(app),
                webhook,
                change,
                Webhook.Event.ADD_RECORD,
                AT.plusSeconds(change),
                state,
                last == null ? 0 : 1,
                AT,
                last,
                last == null ? 0 : 503,
                "");
    }

    private static Delivery waiting(int app, String webhook, long change) {
        return delivery(app, webhook, change, State.WAITING, null);
    }

    @Test
    void givesTheOldestThatWaitsForAWebhook() {
        deliveries().add(List.of(waiting(1, "a", 12), waiting(1, "a", 11), waiting(1, "b", 10), waiting(2, "a", 9)));

        assertThat(deliveries().first(new AppId(1), "a")).contains(waiting(1, "a", 11));
        deliveries().save(delivery(1, "a", 11, State.SENT, AT));
        assertThat(deliveries().first(new AppId(1), "a")).contains(waiting(1, "a", 12));
        assertThat(deliveries().first(new AppId(3), "a")).isEmpty();
    }

    @Test
    void keepsADeliveryThatComesAgainAsItIs() {
        deliveries().add(List.of(waiting(4, "a", 21)));
        deliveries().save(delivery(4, "a", 21, State.SENT, AT));

        deliveries().add(List.of(waiting(4, "a", 21)));

        assertThat(deliveries().log(new AppId(4), Long.MAX_VALUE, 10))
                .containsExactly(delivery(4, "a", 21, State.SENT, AT));
    }

    @Test
    void keepsALogNewestFirst() {
        deliveries().add(List.of(waiting(5, "a", 31), waiting(5, "b", 33), waiting(5, "a", 32), waiting(6, "a", 34)));

        assertThat(deliveries().log(new AppId(5), 33, 10)).containsExactly(waiting(5, "a", 32), waiting(5, "a", 31));
        assertThat(deliveries().log(new AppId(5), Long.MAX_VALUE, 1)).containsExactly(waiting(5, "b", 33));
        assertThat(deliveries().log(new AppId(5), Long.MAX_VALUE, 0)).isEmpty();
    }

    @Test
    void countsAttempts() {
        Instant later = AT.plusSeconds(1_000_000);
        deliveries().add(List.of(waiting(7, "a", 41), waiting(7, "a", 42), waiting(7, "a", 43)));
        deliveries().save(delivery(7, "a", 41, State.WAITING, later));
        deliveries().save(delivery(7, "a", 42, State.SENT, later.plusSeconds(5)));

        assertThat(deliveries().attemptsAfter(later.minusSeconds(1))).isEqualTo(2);
        assertThat(deliveries().attemptsAfter(later)).isEqualTo(1);
    }

    @Test
    void dropsOldDeliveries() {
        deliveries().add(List.of(waiting(8, "a", 1), waiting(8, "a", 900)));

        deliveries().deleteBefore(AT.plusSeconds(2));

        assertThat(deliveries().log(new AppId(8), Long.MAX_VALUE, 10)).containsExactly(waiting(8, "a", 900));
    }

    @Test
    void remembersHowFarDeliveriesWereMade() {
        assertThat(deliveries().position()).isEmpty();
        deliveries().moveTo(0);
        assertThat(deliveries().position()).contains(0L);
        deliveries().moveTo(17);
        deliveries().moveTo(3);
        assertThat(deliveries().position()).contains(17L);
    }

    @Test
    void letsOneProcessSendAndAnotherWhenItIsGone() {
        assertThat(deliveries().lead("one", AT, AT.plusSeconds(60))).isTrue();
        assertThat(deliveries().lead("other", AT.plusSeconds(59), AT.plusSeconds(119)))
                .isFalse();
        assertThat(deliveries().lead("one", AT.plusSeconds(59), AT.plusSeconds(119)))
                .isTrue();
        assertThat(deliveries().lead("other", AT.plusSeconds(61), AT.plusSeconds(121)))
                .isFalse();
        assertThat(deliveries().lead("other", AT.plusSeconds(120), AT.plusSeconds(180)))
                .isTrue();
        assertThat(deliveries().lead("one", AT.plusSeconds(121), AT.plusSeconds(181)))
                .isFalse();
    }

    @Test
    void keepsASecretUntilItIsRenewed() {
        WebhookSecrets secrets = stores().webhookSecrets();
        String first = secrets.of(new AppId(1), "a");

        assertThat(first).matches("[0-9a-f]{64}");
        assertThat(secrets.of(new AppId(1), "a")).isEqualTo(first);
        assertThat(secrets.of(new AppId(1), "b")).isNotEqualTo(first);
        String renewed = secrets.renew(new AppId(1), "a");
        assertThat(renewed).isNotEqualTo(first);
        assertThat(secrets.of(new AppId(1), "a")).isEqualTo(renewed);
    }
}
