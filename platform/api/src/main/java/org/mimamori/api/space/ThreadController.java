package org.mimamori.api.space;

import java.util.List;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.space.Threads;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Threads in spaces. */
@RestController
@RequestMapping("/k/v1/space")
final class ThreadController {

    /** Bounds of the width of a picture in pixels; kintone's. */
    private static final int NARROWEST = 100;

    private static final int WIDEST = 750;

    private final Threads threads;

    ThreadController(Threads threads) {
        this.threads = threads;
    }

    @PostMapping("/thread.json")
    Reply add(Actor actor, Parameters parameters) {
        parameters.require("space", "name");
        long id = threads.add(actor, parameters.id("space"), parameters.text("name"));
        return Reply.of(Json.object().put("id", Long.toString(id)));
    }

    @PutMapping("/thread.json")
    Reply update(Actor actor, Parameters parameters) {
        threads.update(
                actor,
                parameters.require("id").id("id"),
                parameters.has("name") ? parameters.text("name") : null,
                parameters.has("body") ? parameters.text("body") : null);
        return Reply.EMPTY;
    }

    @PostMapping("/thread/comment.json")
    Reply comment(Actor actor, Parameters parameters) {
        Parameters comment = parameters.require("space", "thread", "comment").object("comment");
        List<EntityRef> mentions = comment.objects("mentions").stream()
                .map(ThreadController::mention)
                .toList();
        List<Threads.Upload> files =
                comment.objects("files").stream().map(ThreadController::file).toList();
        Threads.Said said = new Threads.Said(comment.text("text", ""), mentions, files);
        long id = threads.comment(actor, parameters.id("space"), parameters.id("thread"), said);
        return Reply.of(Json.object().put("id", Long.toString(id)));
    }

    private static EntityRef mention(Parameters mention) {
        mention.require("code", "type");
        return new EntityRef(mention.oneOf("type", EntityType.class, EntityType.USER), mention.text("code"));
    }

    private static Threads.Upload file(Parameters file) {
        Integer width = file.has("width") ? (int) file.number("width", NARROWEST, WIDEST, WIDEST) : null;
        return new Threads.Upload(file.require("fileKey").text("fileKey"), width);
    }
}
