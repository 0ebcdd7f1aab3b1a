package org.mimamori.api.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Names;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.record.AppPlaces.AppPlace;
import tools.jackson.databind.node.ObjectNode;

/** An app as kintone's JSON has it. */
public final class AppJson {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AppJson() {}

    /** @param place where the app is, or null when in no space */
    public static ObjectNode of(AppDefinition app, @Nullable AppPlace place, Names names, Locale locale) {
        ObjectNode json = Json.object()
                .put("appId", app.id().toString())
                .put("code", app.givenCode())
                .put("name", app.name().in(locale))
                .put("description", app.description().in(locale))
                .put("spaceId", place == null ? null : Long.toString(place.space()))
                .put("threadId", place == null ? null : Long.toString(place.thread()))
                .put("createdAt", milliseconds(app.stamp().createdAt()));
        json.set("creator", names.json(app.stamp().creator()));
        json.put("modifiedAt", milliseconds(app.stamp().modifiedAt()));
        json.set("modifier", names.json(app.stamp().modifier()));
        return json;
    }

    /** A moment as kintone writes those of apps. */
    public static String milliseconds(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
