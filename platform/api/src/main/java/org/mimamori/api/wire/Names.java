package org.mimamori.api.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Names of people, organisations and groups in one reply: each is looked up once. */
public final class Names {

    private final Directory directory;
    private final Locale locale;
    private final Map<EntityRef, String> known = new HashMap<>();

    public Names(Directory directory, Locale locale) {
        this.directory = directory;
        this.locale = locale;
    }

    /** The language of the reply. */
    Locale locale() {
        return locale;
    }

    /** Code and name, as kintone's JSON has a user, organisation or group. */
    public ObjectNode json(EntityRef ref) {
        return Json.object().put("code", ref.code()).put("name", of(ref));
    }

    void write(JsonGenerator out, EntityRef ref) {
        out.writeStartObject();
        out.writeStringProperty("code", ref.code());
        out.writeStringProperty("name", of(ref));
        out.writeEndObject();
    }

    public String of(EntityRef ref) {
        return known.computeIfAbsent(ref, r -> directory.name(r, locale));
    }
}
