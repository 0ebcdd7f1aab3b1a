package org.mimamori.api.definition;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.admin.Tokens;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.TokenRight;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The API tokens of an app, which kintone makes on a screen only. */
@RestController
@RequestMapping("/api/apps/{code}/tokens")
final class TokenController {

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    Reply list(Actor actor, @PathVariable String code) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("tokens");
        tokens.list(actor, code).forEach(token -> list.add(json(token)));
        return Reply.of(body);
    }

    @PostMapping
    Reply make(Actor actor, @PathVariable String code, Parameters parameters) {
        Set<TokenRight> rights = EnumSet.noneOf(TokenRight.class);
        for (String name : parameters.require("rights").texts("rights")) {
            rights.add(right(parameters, name));
        }
        Tokens.Fresh fresh = tokens.make(actor, code, rights, parameters.text("note", ""));
        return Reply.of(json(fresh.listed()).put("token", fresh.secret()));
    }

    private static TokenRight right(Parameters parameters, String name) {
        for (TokenRight right : TokenRight.values()) {
            if (right.name().equals(name.toUpperCase(Locale.ROOT))) {
                return right;
            }
        }
        throw parameters.refuse("rights", "notInEnum");
    }

    @DeleteMapping("/{id}")
    Reply revoke(Actor actor, @PathVariable String code, @PathVariable String id) {
        tokens.revoke(actor, code, id);
        return Reply.EMPTY;
    }

    private static ObjectNode json(Tokens.Listed token) {
        ObjectNode json = Json.object().put("id", token.id()).put("note", token.note());
        ArrayNode rights = json.putArray("rights");
        token.rights().stream().map(Enum::name).sorted().forEach(rights::add);
        return json;
    }
}
