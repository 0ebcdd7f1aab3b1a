package org.mimamori.engine.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.problem.Problem;

/** The programs that may ask people to act for them; for administrators. */
public final class OAuthClients {

    private static final int LONGEST_NAME = 128;
    private static final int MOST_URIS = 10;

    private final OAuthStore store;
    private final ChangeStore changes;
    private final Transactions transactions;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    public OAuthClients(OAuthStore store, ChangeStore changes, Transactions transactions, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A program just registered, with the only copy of its secret. */
    public record Registered(OAuthClient client, String secret) {}

    public List<OAuthClient> list(Actor actor) {
        Administrators.require(actor);
        return store.clients();
    }

    public Registered register(Actor actor, String name, List<String> redirectUris) {
        Administrators.require(actor);
        requireName(name);
        requireUris(redirectUris);
        String secret = secrets.fresh();
        OAuthClient client = new OAuthClient(secrets.fresh(), name, Secrets.hash(secret), redirectUris);
        transactions.run(() -> {
            store.saveClient(client);
            log(actor, client, Change.Deed.CREATED);
            return client;
        });
        return new Registered(client, secret);
    }

    /** Removes a program; what people granted it is void at once. */
    public void remove(Actor actor, String id) {
        Administrators.require(actor);
        transactions.run(() -> {
            OAuthClient client = store.client(id).orElseThrow(() -> refuse("id", "unknownUnit", id));
            store.deleteClient(id);
            log(actor, client, Change.Deed.DELETED);
            return client;
        });
    }

    private static void requireName(String name) {
        if (name.isBlank()) {
            throw refuse("name", "required");
        }
        if (name.length() > LONGEST_NAME) {
            throw refuse("name", "tooLong", LONGEST_NAME);
        }
    }

    private static void requireUris(List<String> uris) {
        if (uris.isEmpty()) {
            throw refuse("redirectUris", "required");
        }
        if (uris.size() > MOST_URIS) {
            throw refuse("redirectUris", "tooMany", MOST_URIS);
        }
        for (int i = 0; i < uris.size(); i++) {
            if (!isSafe(uris.get(i))) {
                throw refuse("redirectUris[" + i + "]", "notARedirectUri");
            }
        }
    }

    /** An address by TLS, or one on the person's own machine; without a fragment (RFC 6749, section 3.1.2). */
    private static boolean isSafe(String text) {
        try {
            URI uri = new URI(text);
            boolean own = "http".equals(uri.getScheme())
                    && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
            return uri.getHost() != null && uri.getFragment() == null && (own || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void log(Actor actor, OAuthClient client, Change.Deed deed) {
        boolean made = deed == Change.Deed.CREATED;
        String uris = String.join(" ", client.redirectUris());
        List<Change.Detail> details = List.of(
                new Change.Detail("name", made ? null : client.name(), made ? client.name() : null),
                new Change.Detail("redirectUris", made ? null : uris, made ? uris : null));
        changes.append(List.of(Change.administered(
                clock.instant(),
                actor,
                Change.NO_APP,
                new Change.What.Administered(Change.Subject.OAUTH_CLIENT, client.id(), deed, details))));
    }

    private static RuntimeException refuse(String place, String key, Object... args) {
        return Problem.BadParameter.of(place, key, args).asException();
    }
}
