package org.mimamori.ui.comment;

import java.util.List;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.ui.shell.DirectoryNames;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who can be mentioned, as the comment box shows them.
 *
 * @param name what stands after the sign in the text
 * @param place where a person works; empty for organisations and groups
 * @param full the name with the place
 */
record Mention(EntityRef ref, String name, String place, String full) {

    /** As many as one comment can mention; kintone's limit. */
    static final int MOST = 10;

    static Mention of(EntityRef ref, DirectoryNames names) {
        return new Mention(ref, names.of(ref), names.place(ref), names.withPlace(ref));
    }

    static ArrayNode json(List<Mention> mentions) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Mention mention : mentions) {
            array.addObject()
                    .put("type", mention.ref.type().name())
                    .put("code", mention.ref.code())
                    .put("name", mention.name)
                    .put("place", mention.place)
                    .put("full", mention.full);
        }
        return array;
    }

    /** Whom the browser names. Whether they exist and may be mentioned is for the engine to say. */
    static EntityRef read(ObjectNode json) {
        return new EntityRef(
                EntityType.valueOf(json.path("type").asString()),
                json.path("code").asString());
    }
}
