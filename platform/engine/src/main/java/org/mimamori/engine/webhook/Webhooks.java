package org.mimamori.engine.webhook;

import java.time.Clock;
import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;

/** What who manages an app may know of and do with its webhooks. */
public final class Webhooks {

    private final Apps apps;
    private final DeliveryStore deliveries;
    private final WebhookSecrets secrets;
    private final ChangeStore changes;
    private final Transactions transactions;
    private final Clock clock;

    public Webhooks(
            Apps apps,
            DeliveryStore deliveries,
            WebhookSecrets secrets,
            ChangeStore changes,
            Transactions transactions,
            Clock clock) {
        this.apps = apps;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What was sent and what waits, newest first.
     *
     * @param beforeChange only of changes with smaller numbers
     */
    public List<Delivery> log(Actor actor, AppId app, long beforeChange, int limit) {
        manage(actor, app);
        return deliveries.log(app, beforeChange, limit);
    }

    /** Makes a new secret for a webhook and tells it, this once. The log says who did. */
    public String renewSecret(Actor actor, AppId app, String webhook) {
        AppDefinition definition = manage(actor, app);
        boolean known =
                definition.webhooks().stream().anyMatch(one -> one.name().equals(webhook));
        if (!known) {
            throw Problem.BadParameter.of("webhook", "unknownWebhook", webhook).asException();
        }
        Change.What.Administered renewed =
                new Change.What.Administered(Change.Subject.WEBHOOK_SECRET, webhook, Change.Deed.UPDATED, List.of());
        return transactions.run(() -> {
            changes.append(List.of(Change.administered(clock.instant(), actor, app, renewed)));
            return secrets.renew(app, webhook);
        });
    }

    private AppDefinition manage(Actor actor, AppId app) {
        AppDefinition definition = apps.get(actor, app);
        apps.access(actor, definition).require(Right.MANAGE);
        return definition;
    }
}
