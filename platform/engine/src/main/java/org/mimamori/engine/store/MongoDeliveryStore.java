package org.mimamori.engine.store;

import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Webhook;
import org.mimamori.engine.store.IndexSpec.Key;
import org.mimamori.engine.webhook.Delivery;
import org.mimamori.engine.webhook.DeliveryStore;
import org.springframework.dao.DuplicateKeyException;

/** Deliveries in MongoDB; how far they were made, and who sends them, as documents of the workers' collection. */
final class MongoDeliveryStore implements DeliveryStore {

    static final String COLLECTION = "deliveries";

    private static final String POSITION = "webhooks";
    private static final String LEAD = "webhooks:lead";
    private static final String PROCESS = "process";
    private static final String UNTIL = "until";
    private static final String APP = "app";
    private static final String WEBHOOK = "webhook";
    private static final String STATE = "state";
    private static final String CHANGE = "change";
    private static final String AT = "at";
    private static final String LAST = "last";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    static final List<IndexSpec> INDEXES = List.of(
            IndexSpec.plain(
                    List.of(Key.ascending(APP), Key.ascending(WEBHOOK), Key.ascending(STATE), Key.ascending(CHANGE))),
            IndexSpec.plain(List.of(Key.ascending(APP), Key.descending(CHANGE))),
            IndexSpec.plain(List.of(Key.descending(LAST))),
            IndexSpec.plain(List.of(Key.ascending(AT))));

    private final MongoAccess mongo;
    private final Counters counters;

    MongoDeliveryStore(MongoAccess mongo, Counters counters) {
        this.mongo = mongo;
        this.counters = counters;
    }

    @Override
    public boolean lead(String process, Instant now, Instant until) {
        Document free = new Document("_id", LEAD)
                .append(
                        "$or",
                        List.of(
                                new Document(PROCESS, process),
                                new Document(UNTIL, new Document("$lt", ValueWriter.moment(now)))));
        Document claim = new Document("$set", new Document(PROCESS, process).append(UNTIL, ValueWriter.moment(until)));
        try {
            return mongo.get(WorkerClaims.COLLECTION, c -> {
                var result = c.updateOne(free, claim, UPSERT);
                return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
            });
        } catch (DuplicateKeyException othersLead) {
            return false;
        }
    }

    @Override
    public Optional<Long> position() {
        long kept = counters.read(POSITION);
        return kept == 0 ? Optional.empty() : Optional.of(kept - 1);
    }

    /** One more than the number, for a counter that has never been raised reads as 0. */
    @Override
    public void moveTo(long change) {
        counters.raiseTo(POSITION, change + 1);
    }

    @Override
    public void add(List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            mongo.addOnce(COLLECTION, key(delivery), write(delivery));
        }
    }

    @Override
    public Optional<Delivery> first(AppId app, String webhook) {
        Document waiting =
                new Document(APP, app.value()).append(WEBHOOK, webhook).append(STATE, Delivery.State.WAITING.name());
        return Optional.ofNullable(mongo.find(
                        COLLECTION,
                        c -> c.find(waiting)
                                .sort(new Document(CHANGE, Sorting.ASCENDING))
                                .first()))
                .map(MongoDeliveryStore::read);
    }

    @Override
    public void save(Delivery delivery) {
        mongo.run(
                COLLECTION,
                c -> c.updateOne(new Document("_id", key(delivery)), new Document("$set", write(delivery))));
    }

    @Override
    public int attemptsAfter(Instant instant) {
        Document recent = new Document(LAST, new Document("$gt", ValueWriter.moment(instant)));
        return mongo.get(COLLECTION, c -> (int) c.countDocuments(recent));
    }

    @Override
    public List<Delivery> log(AppId app, long beforeChange, int limit) {
        if (limit == 0) {
            return List.of();
        }
        Document older = new Document(APP, app.value()).append(CHANGE, new Document("$lt", beforeChange));
        return mongo.get(
                COLLECTION,
                c -> c.find(older)
                        .sort(new Document(CHANGE, Sorting.DESCENDING))
                        .limit(limit)
                        .map(MongoDeliveryStore::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public void deleteBefore(Instant instant) {
        Document old = new Document(AT, new Document("$lt", ValueWriter.moment(instant)));
        mongo.run(COLLECTION, c -> c.deleteMany(old));
    }

    /** A change goes to a webhook once. */
    private static String key(Delivery delivery) {
        return delivery.change() + ":" + delivery.webhook();
    }

    private static Document write(Delivery delivery) {
        Document document = new Document("id", delivery.id())
                .append(APP, delivery.app().value())
                .append(WEBHOOK, delivery.webhook())
                .append(CHANGE, delivery.change())
                .append("event", delivery.event().name())
                .append(AT, ValueWriter.moment(delivery.at()))
                .append(STATE, delivery.state().name())
                .append("attempts", delivery.attempts())
                .append("next", ValueWriter.moment(delivery.next()))
                .append("status", delivery.status())
                .append("error", delivery.error());
        @Nullable Instant last = delivery.last();
        return last == null ? document : document.append(LAST, ValueWriter.moment(last));
    }

    private static Delivery read(Document document) {
        return new Delivery(
                document.getString("id"),
                new AppId(document.getLong(APP)),
                document.getString(WEBHOOK),
                document.getLong(CHANGE),
                Webhook.Event.valueOf(document.getString("event")),
                document.get(AT, Instant.class),
                Delivery.State.valueOf(document.getString(STATE)),
                document.getInteger("attempts"),
                document.get("next", Instant.class),
                document.get(LAST, Instant.class),
                document.getInteger("status"),
                document.getString("error"));
    }
}
