package org.mimamori.api.oauth;

import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.oauth.OAuthClient;
import org.mimamori.engine.oauth.OAuthClients;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The programs that may ask people to act for them; kintone registers them on a screen only. */
@RestController
@RequestMapping("/api/oauth/clients")
final class OAuthClientController {

    private final OAuthClients clients;

    OAuthClientController(OAuthClients clients) {
        this.clients = clients;
    }

    @GetMapping
    Reply list(Actor actor) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("clients");
        clients.list(actor).forEach(client -> list.add(json(client)));
        return Reply.of(body);
    }

    @PostMapping
    Reply register(Actor actor, Parameters parameters) {
        parameters.require("name", "redirectUris");
        OAuthClients.Registered registered =
                clients.register(actor, parameters.text("name"), parameters.texts("redirectUris"));
        return Reply.of(json(registered.client()).put("secret", registered.secret()));
    }

    @DeleteMapping("/{id}")
    Reply remove(Actor actor, @PathVariable String id) {
        clients.remove(actor, id);
        return Reply.EMPTY;
    }

    private static ObjectNode json(OAuthClient client) {
        ObjectNode json = Json.object().put("id", client.id()).put("name", client.name());
        ArrayNode uris = json.putArray("redirectUris");
        client.redirectUris().forEach(uris::add);
        return json;
    }
}
