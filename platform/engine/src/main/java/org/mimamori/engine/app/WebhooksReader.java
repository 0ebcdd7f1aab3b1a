package org.mimamori.engine.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the webhooks of a definition. */
final class WebhooksReader {

    private static final Place PLACE = Place.ROOT.at("webhooks");

    private final Findings findings;

    WebhooksReader(Findings findings) {
        this.findings = findings;
    }

    List<Webhook> read(JsonNode webhooks) {
        List<Webhook> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < webhooks.size(); i++) {
            Webhook webhook = webhook(webhooks.get(i));
            if (!names.add(webhook.name())) {
                findings.add(PLACE.at(i).at("name"), "webhook.nameTwice", webhook.name());
            }
            if (!isUrl(webhook.url())) {
                findings.add(PLACE.at(i).at("url"), "webhook.badUrl", webhook.url());
            }
            read.add(webhook);
        }
        return read;
    }

    private static Webhook webhook(JsonNode json) {
        Set<Webhook.Event> events = EnumSet.noneOf(Webhook.Event.class);
        json.path("events").forEach(event -> events.add(Webhook.Event.valueOf(event.asString())));
        return new Webhook(
                Json.text(json, "name"),
                Json.text(json, "url"),
                events,
                Json.text(json, "reader"),
                Json.flag(json, "enabled", true));
    }

    private static boolean isUrl(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
