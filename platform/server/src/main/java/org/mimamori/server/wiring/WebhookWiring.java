package org.mimamori.server.wiring;

import java.time.Clock;
import org.mimamori.api.wire.RecordTree;
import org.mimamori.api.wire.RecordWriters;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.webhook.DeliveryStore;
import org.mimamori.engine.webhook.Payloads;
import org.mimamori.engine.webhook.Sender;
import org.mimamori.engine.webhook.WebhookSecrets;
import org.mimamori.engine.webhook.WebhookWorker;
import org.mimamori.engine.webhook.Webhooks;
import org.mimamori.server.settings.MimamoriSettings;
import org.mimamori.server.webhook.HttpSender;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What tells other programs of what happens. */
@Configuration(proxyBeanMethods = false)
class WebhookWiring {

    @Bean
    Webhooks webhooks(
            Apps apps,
            DeliveryStore deliveries,
            WebhookSecrets secrets,
            ChangeStore changes,
            Transactions transactions,
            Clock clock) {
        return new Webhooks(apps, deliveries, secrets, changes, transactions, clock);
    }

    /** Made when there is first something to send: what it takes for TLS is not for every start. */
    @Bean
    @Lazy
    HttpSender httpSender(MimamoriSettings settings) {
        return new HttpSender(settings.webhooks().privateAddresses());
    }

    @Bean
    Payloads payloads(
            Apps apps, RecordService records, CommentStore comments, Directory directory, MimamoriSettings settings) {
        RecordTree json = new RecordTree(new RecordWriters(apps, directory));
        return new Payloads(apps, records, comments, directory, json, settings.home());
    }

    @Bean
    WebhookWorker webhookWorker(
            AppCatalog catalog,
            ChangeStore changes,
            DeliveryStore deliveries,
            WebhookSecrets secrets,
            Payloads payloads,
            @Lazy Sender sender,
            Clock clock,
            MimamoriSettings settings) {
        return new WebhookWorker(
                catalog,
                changes,
                deliveries,
                secrets,
                payloads,
                sender,
                clock,
                settings.webhooks().perMinute());
    }
}
