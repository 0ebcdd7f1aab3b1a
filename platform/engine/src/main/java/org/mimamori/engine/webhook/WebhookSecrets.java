package org.mimamori.engine.webhook;

import org.mimamori.engine.app.AppId;

/** Port: where the secrets of webhooks are kept. Never part of a definition. */
public interface WebhookSecrets {

    /** The secret, made when there is none. */
    String of(AppId app, String webhook);

    /** Makes a new secret; what is sent from now on is signed with it. */
    String renew(AppId app, String webhook);
}
