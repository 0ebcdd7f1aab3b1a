package org.mimamori.api.record;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Names;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentPage;
import org.mimamori.engine.comment.Comments;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Comments under records. */
@RestController
@RequestMapping("/k/v1/record")
final class CommentController {

    private static final int LARGEST_PAGE = 10;

    private final Comments comments;
    private final Directory directory;

    CommentController(Comments comments, Directory directory) {
        this.comments = comments;
        this.directory = directory;
    }

    @PostMapping("/comment.json")
    Reply add(Actor actor, Parameters parameters) {
        Parameters comment = parameters.require("app", "record", "comment").object("comment");
        List<EntityRef> mentions = comment.objects("mentions").stream()
                .map(CommentController::mention)
                .toList();
        long id = comments.add(actor, parameters.app(), parameters.id("record"), comment.text("text"), mentions, null);
        return Reply.of(Json.object().put("id", Long.toString(id)));
    }

    @DeleteMapping("/comment.json")
    Reply delete(Actor actor, Parameters parameters) {
        parameters.require("app", "record", "comment");
        comments.delete(actor, parameters.app(), parameters.id("record"), parameters.id("comment"));
        return Reply.EMPTY;
    }

    @GetMapping("/comments.json")
    Reply list(Actor actor, Parameters parameters) {
        parameters.require("app", "record");
        Comments.Order order = parameters.oneOf("order", Order.class, Order.DESC).meaning;
        int offset = (int) parameters.number("offset", 0, Integer.MAX_VALUE, 0);
        int limit = (int) parameters.number("limit", 0, LARGEST_PAGE, LARGEST_PAGE);
        CommentPage page = comments.list(actor, parameters.app(), parameters.id("record"), order, offset, limit);
        Names names = new Names(directory, actor.locale());
        ObjectNode body = Json.object();
        var list = body.putArray("comments");
        page.comments().forEach(comment -> list.add(json(comment, names)));
        return Reply.of(body.put("older", page.older()).put("newer", page.newer()));
    }

    private enum Order {
        ASC(Comments.Order.ASCENDING),
        DESC(Comments.Order.DESCENDING);

        private final Comments.Order meaning;

        Order(Comments.Order meaning) {
            this.meaning = meaning;
        }
    }

    private static EntityRef mention(Parameters mention) {
        mention.require("code", "type");
        return new EntityRef(mention.oneOf("type", EntityType.class, EntityType.USER), mention.text("code"));
    }

    private static ObjectNode json(Comment comment, Names names) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(comment.id()))
                .put("text", shown(comment, names))
                .put(
                        "createdAt",
                        comment.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        json.set("creator", names.json(comment.creator()));
        var mentions = json.putArray("mentions");
        comment.mentions()
                .forEach(ref -> mentions.addObject()
                        .put("code", ref.code())
                        .put("type", ref.type().name()));
        return json;
    }

    /**
     * The text as kintone answers it: whom it mentions stands in it by name without {@code @}, in front when the writer
     * did not, and a space ends it.
     */
    private static String shown(Comment comment, Names names) {
        StringBuilder front = new StringBuilder();
        String text = comment.text();
        for (EntityRef ref : comment.mentions()) {
            String name = names.of(ref);
            if (text.contains("@" + name)) {
                text = text.replace("@" + name, name);
            } else {
                front.append(name).append(' ');
            }
        }
        return (front.isEmpty() ? text : front + "\n" + text) + " ";
    }
}
