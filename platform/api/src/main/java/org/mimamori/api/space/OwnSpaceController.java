package org.mimamori.api.space;

import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.space.SpaceTemplates;
import org.mimamori.engine.space.Spaces;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What kintone does with spaces on its screens only: templates, and bringing a deleted space back. */
@RestController
@RequestMapping("/api")
final class OwnSpaceController {

    private final Spaces spaces;
    private final SpaceTemplates templates;

    OwnSpaceController(Spaces spaces, SpaceTemplates templates) {
        this.spaces = spaces;
        this.templates = templates;
    }

    @GetMapping("/space-templates")
    Reply all(Actor actor) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("templates");
        templates
                .all(actor)
                .forEach(template -> list.addObject()
                        .put("id", Long.toString(template.id()))
                        .put("name", template.name())
                        .put("useMultiThread", template.multiThread()));
        return Reply.of(body);
    }

    @PostMapping("/space-templates")
    Reply make(Actor actor, Parameters parameters) {
        parameters.require("space", "name");
        long id = templates.make(actor, parameters.id("space"), parameters.text("name"));
        return Reply.of(Json.object().put("id", Long.toString(id)));
    }

    @PostMapping("/spaces/{id}/restore")
    Reply restore(Actor actor, @PathVariable long id) {
        spaces.restore(actor, id);
        return Reply.EMPTY;
    }
}
