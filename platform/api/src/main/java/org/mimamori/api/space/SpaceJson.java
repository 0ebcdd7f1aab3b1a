package org.mimamori.api.space;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.app.AppJson;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Names;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.record.AppPlaces;
import org.mimamori.engine.space.Shown;
import org.mimamori.engine.space.Space;
import org.mimamori.engine.space.SpacePeople;
import org.mimamori.engine.space.SpaceView;
import org.mimamori.engine.space.Spaces;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spaces as kintone's JSON has them. */
final class SpaceJson {

    /** The one cover there is. */
    private static final String COVER = "GREEN";

    private static final String COVER_URL = "/images/mimamori.svg";

    private SpaceJson() {}

    static ObjectNode of(SpaceView view, AppPlaces places, Names names, Locale locale, Dialect dialect) {
        Space space = view.space();
        Space.Traits traits = space.traits();
        ObjectNode json = Json.object()
                .put("id", Long.toString(space.id()))
                .put("name", space.name())
                .put("defaultThread", Long.toString(space.defaultThread()))
                .put("isPrivate", traits.isPrivate());
        json.set("creator", names.json(space.stamp().creator()));
        json.set("modifier", names.json(space.stamp().modifier()));
        json.put("memberCount", Integer.toString(view.memberCount()))
                .put("coverType", "PRESET")
                .put("coverKey", COVER)
                .put("coverUrl", COVER_URL)
                .put("body", view.body())
                .put("useMultiThread", traits.multiThread())
                .put("isGuest", traits.guest());
        ArrayNode apps = json.putArray("attachedApps");
        for (AppDefinition app : view.apps()) {
            ObjectNode attached = AppJson.of(app, places.of(app.id()).orElse(null), names, locale);
            attached.remove("spaceId");
            apps.add(attached);
        }
        json.put("fixedMember", traits.fixedMember());
        addParts(json, traits.multiThread() ? space.shown() : null);
        if (dialect == Dialect.CURRENT) {
            json.putObject("permissions").put("createApp", traits.onlyAdminsCreateApps() ? "ADMIN" : "EVERYONE");
        }
        return json;
    }

    /** A single-threaded space has no parts to show or hide. */
    private static void addParts(ObjectNode json, @Nullable Shown shown) {
        json.put("showAnnouncement", shown == null ? null : shown.announcement())
                .put("showThreadList", shown == null ? null : shown.threadList())
                .put("showAppList", shown == null ? null : shown.appList())
                .put("showMemberList", shown == null ? null : shown.memberList())
                .put("showRelatedLinkList", shown == null ? null : shown.relatedLinkList());
    }

    static ObjectNode member(SpacePeople.Listed member) {
        ObjectNode json = Json.object();
        EntityRef entity = member.entity();
        json.putObject("entity").put("type", entity.type().name()).put("code", entity.code());
        json.put("isAdmin", member.admin());
        if (member.implicit() != null) {
            json.put("isImplicit", member.implicit());
        }
        if (member.includeSubs() != null) {
            json.put("includeSubs", member.includeSubs());
        }
        return json;
    }

    static ObjectNode summary(Spaces.Summary summary, Names names) {
        Space space = summary.space();
        ObjectNode json = Json.object()
                .put("id", Long.toString(space.id()))
                .put("name", space.name())
                .put("administratorCount", Integer.toString(summary.administrators()))
                .put("memberCount", Integer.toString(summary.members()))
                .put("isPrivate", space.traits().isPrivate())
                .put("isGuest", space.traits().guest());
        json.set("creator", names.json(space.stamp().creator()));
        json.put("createdAt", AppJson.milliseconds(space.stamp().createdAt()));
        json.set("modifier", names.json(space.stamp().modifier()));
        return json.put("modifiedAt", AppJson.milliseconds(space.stamp().modifiedAt()));
    }
}
