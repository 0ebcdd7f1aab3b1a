package org.mimamori.engine.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Webhook;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes deliveries of the entries of the change log and sends them: to each webhook in the order of the changes, each
 * at least once. One process at a time does it, and when it ends another takes over within a minute.
 */
public final class WebhookWorker {

    /** Larger messages are not sent. */
    static final int LARGEST_BODY = 1_000_000;

    /** How long the log is kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);
    private static final Duration LEAD = Duration.ofMinutes(1);
    private static final Duration RENEWED = Duration.ofSeconds(30);
    private static final Duration OTHERS_LEAD = Duration.ofSeconds(10);
    private static final Duration RATE = Duration.ofMinutes(1);
    private static final int PAGE = 200;
    private static final int MOST_PER_TURN = 20;

    private final AppCatalog catalog;
    private final ChangeStore changes;
    private final DeliveryStore deliveries;
    private final WebhookSecrets secrets;
    private final Payloads payloads;
    private final Sender sender;
    private final Clock clock;
    private final int perMinute;
    private final String process = UUID.randomUUID().toString();
    private volatile boolean leads;
    private volatile Instant asksAgain = Instant.MIN;

    /** @param perMinute most attempts in a minute, over all webhooks; what is more waits */
    public WebhookWorker(
            AppCatalog catalog,
            ChangeStore changes,
            DeliveryStore deliveries,
            WebhookSecrets secrets,
            Payloads payloads,
            Sender sender,
            Clock clock,
            int perMinute) {
        this.catalog = catalog;
        this.changes = changes;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.payloads = payloads;
        this.sender = sender;
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /** Takes what the log holds and sends what is due, as long as this is the process that does. */
    public void run() {
        if (leads()) {
            queue();
            send();
        }
    }

    /** Drops old entries of the log. */
    public void forget() {
        deliveries.deleteBefore(clock.instant().minus(KEPT));
    }

    private boolean leads() {
        Instant now = clock.instant();
        if (now.isBefore(asksAgain)) {
            return leads;
        }
        leads = deliveries.lead(process, now, now.plus(LEAD));
        asksAgain = now.plus(leads ? RENEWED : OTHERS_LEAD);
        return leads;
    }

    /** An installation that has just got webhooks does not send its whole past. */
    private void queue() {
        Optional<Long> position = deliveries.position();
        if (position.isEmpty()) {
            deliveries.moveTo(changes.last());
            return;
        }
        long last = position.get();
        if (catalog.all().stream().flatMap(app -> app.webhooks().stream()).noneMatch(Webhook::enabled)) {
            passOver(last);
            return;
        }
        List<Change> page;
        do {
            page = changes.after(last, PAGE);
            if (!page.isEmpty()) {
                deliveries.add(
                        page.stream().flatMap(change -> of(change).stream()).toList());
                last = page.getLast().number();
                deliveries.moveTo(last);
            }
        } while (page.size() == PAGE && leads());
    }

    /** Nothing is read that nobody is told of. */
    private void passOver(long position) {
        long last = changes.last();
        if (last > position) {
            deliveries.moveTo(last);
        }
    }

    private List<Delivery> of(Change change) {
        List<Delivery> made = new ArrayList<>();
        Events.of(change)
                .ifPresent(event -> catalog.find(change.app()).map(AppDefinition::webhooks).orElse(List.of()).stream()
                        .filter(webhook -> webhook.enabled() && webhook.events().contains(event))
                        .forEach(webhook -> made.add(Delivery.of(change, webhook, event))));
        return made;
    }

    /** Each webhook for itself, so that none waits for another's receiver. */
    private void send() {
        AtomicInteger budget = new AtomicInteger(
                perMinute - deliveries.attemptsAfter(clock.instant().minus(RATE)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (AppDefinition app : catalog.all()) {
                app.webhooks().stream()
                        .filter(Webhook::enabled)
                        .forEach(webhook -> threads.execute(() -> survive(app, webhook, budget)));
            }
        }
    }

    private void survive(AppDefinition app, Webhook webhook, AtomicInteger budget) {
        try {
            boolean goesOn = true;
            for (int sent = 0; sent < MOST_PER_TURN && goesOn; sent++) {
                Optional<Delivery> first = deliveries.first(app.id(), webhook.name());
                goesOn = first.isPresent() && leads() && attempt(first.get(), webhook, budget);
            }
        } catch (RuntimeException failure) {
            LOG.error("Webhook {} of app {} failed and will be tried again", webhook.name(), app.code(), failure);
        }
    }

    /** Whether the next one may follow: none overtakes one that waits. */
    private boolean attempt(Delivery delivery, Webhook webhook, AtomicInteger budget) {
        Instant now = clock.instant();
        if (delivery.expired(now)) {
            deliveries.save(delivery.ended(Delivery.State.FAILED, "expired"));
            return true;
        }
        if (delivery.next().isAfter(now)) {
            return false;
        }
        Optional<byte[]> body = body(delivery, webhook);
        if (body.isEmpty()) {
            deliveries.save(delivery.ended(Delivery.State.SKIPPED, "notVisible"));
            return true;
        }
        if (body.get().length > LARGEST_BODY) {
            deliveries.save(delivery.ended(Delivery.State.FAILED, "tooLarge"));
            return true;
        }
        if (budget.getAndDecrement() <= 0) {
            return false;
        }
        Delivery answered = delivery.answered(post(delivery, webhook, body.get()), clock.instant());
        deliveries.save(answered);
        return answered.state() != Delivery.State.WAITING;
    }

    private Optional<byte[]> body(Delivery delivery, Webhook webhook) {
        return changes.after(delivery.change() - 1, 1).stream()
                .filter(change -> change.number() == delivery.change())
                .findFirst()
                .flatMap(change -> payloads.of(delivery, webhook, change))
                .map(ObjectNode::toString)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private Sender.Answer post(Delivery delivery, Webhook webhook, byte[] body) {
        String secret = secrets.of(delivery.app(), webhook.name());
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json; charset=utf-8",
                "User-Agent",
                "Mimamori-Webhook",
                Signature.HEADER,
                Signature.of(secret, clock.instant(), body));
        return sender.post(webhook.url(), headers, body);
    }
}
