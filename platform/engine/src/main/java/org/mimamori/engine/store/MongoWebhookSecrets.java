package org.mimamori.engine.store;

import com.mongodb.client.model.UpdateOptions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bson.Document;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.webhook.WebhookSecrets;

/** Secrets of webhooks in MongoDB, as they are: a signature cannot be made with a hash. */
final class MongoWebhookSecrets implements WebhookSecrets {

    private static final String COLLECTION = "webhookSecrets";
    private static final String SECRET = "secret";
    private static final int BYTES = 32;
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoAccess mongo;
    private final SecureRandom random = new SecureRandom();

    MongoWebhookSecrets(MongoAccess mongo) {
        this.mongo = mongo;
    }

    @Override
    public String of(AppId app, String webhook) {
        Document found = mongo.find(COLLECTION, c -> c.find(byId(app, webhook)).first());
        if (found == null) {
            mongo.addOnce(COLLECTION, id(app, webhook), new Document(SECRET, fresh()));
            return of(app, webhook);
        }
        return found.getString(SECRET);
    }

    @Override
    public String renew(AppId app, String webhook) {
        String secret = fresh();
        Document renewed = new Document("$set", new Document(SECRET, secret));
        mongo.run(COLLECTION, c -> c.updateOne(byId(app, webhook), renewed, UPSERT));
        return secret;
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Document byId(AppId app, String webhook) {
        return new Document("_id", id(app, webhook));
    }

    private static String id(AppId app, String webhook) {
        return app + ":" + webhook;
    }
}
