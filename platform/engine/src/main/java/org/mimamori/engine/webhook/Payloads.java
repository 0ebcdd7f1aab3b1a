package org.mimamori.engine.webhook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Webhook;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.RecordTitle;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is sent, in kintone's shape: as far as the webhook's reader may see it at this instant, and nothing when the
 * reader may not see what it is about.
 */
public final class Payloads {

    private final Apps apps;
    private final RecordService records;
    private final CommentStore comments;
    private final Directory directory;
    private final RecordJson json;
    private final String home;

    /** @param home address of this installation without a slash at its end; empty when nobody has said it */
    public Payloads(
            Apps apps,
            RecordService records,
            CommentStore comments,
            Directory directory,
            RecordJson json,
            String home) {
        this.apps = apps;
        this.records = records;
        this.comments = comments;
        this.directory = directory;
        this.json = json;
        this.home = home;
    }

    /** An app as the reader has it. */
    private record Reading(Actor.Person reader, AppDefinition app, Access access) {}

    Optional<ObjectNode> of(Delivery delivery, Webhook webhook, Change change) {
        return directory
                .findUser(webhook.reader())
                .filter(User::active)
                .map(user -> directory.person(user, Locale.JAPANESE))
                .flatMap(reader -> read(reader, delivery, change));
    }

    private Optional<ObjectNode> read(Actor.Person reader, Delivery delivery, Change change) {
        try {
            AppDefinition app = apps.get(reader, delivery.app());
            Reading reading = new Reading(reader, app, apps.access(reader, app));
            return switch (delivery.event()) {
                case ADD_RECORD -> Optional.of(record(reading, delivery, seen(reading, change)));
                case UPDATE_RECORD, UPDATE_STATUS -> changed(reading, delivery, change);
                case DELETE_RECORD -> deleted(reading, delivery, change);
                case ADD_RECORD_COMMENT -> comment(reading, delivery, change);
            };
        } catch (PlatformException notVisible) {
            return Optional.empty();
        }
    }

    private AppRecord seen(Reading reading, Change change) {
        return records.get(reading.reader(), reading.app().id(), change.record());
    }

    private Optional<ObjectNode> changed(Reading reading, Delivery delivery, Change change) {
        AppRecord record = seen(reading, change);
        Access here = reading.access().narrowed(record.varying());
        return Seen.change(reading.app(), here, change)
                ? Optional.of(record(reading, delivery, record))
                : Optional.empty();
    }

    private ObjectNode record(Reading reading, Delivery delivery, AppRecord record) {
        ObjectNode body = start(reading, delivery);
        body.set("record", json.of(reading.reader(), reading.app(), record));
        return body.put("recordTitle", RecordTitle.of(reading.app(), reading.access(), record))
                .put("url", url(reading.app(), record.id(), ""));
    }

    private Optional<ObjectNode> deleted(Reading reading, Delivery delivery, Change change) {
        if (!Seen.deleted(reading.app(), reading.access(), change)) {
            return Optional.empty();
        }
        ObjectNode body = start(reading, delivery).put("recordId", Long.toString(change.record()));
        body.set("deletedBy", named(change.actor(), reading.reader().locale()));
        return Optional.of(body.put("deletedAt", seconds(change.at())));
    }

    private Optional<ObjectNode> comment(Reading reading, Delivery delivery, Change change) {
        seen(reading, change);
        if (!(change.what() instanceof Change.What.Commented(long number, List<EntityRef> mentions))) {
            return Optional.empty();
        }
        return comments.find(delivery.app(), change.record(), number).map(comment -> {
            ObjectNode body = start(reading, delivery).put("recordId", Long.toString(change.record()));
            body.set("comment", json(comment, reading.reader().locale()));
            return body.put("url", url(reading.app(), change.record(), "?comment=" + number));
        });
    }

    private ObjectNode json(Comment comment, Locale locale) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", Long.toString(comment.id()))
                .put("text", comment.text())
                .put("createdAt", seconds(comment.createdAt()));
        body.set("creator", named(comment.creator(), locale));
        ArrayNode mentions = body.putArray("mentions");
        comment.mentions()
                .forEach(ref -> mentions.addObject()
                        .put("code", ref.code())
                        .put("type", ref.type().name()));
        return body;
    }

    private static ObjectNode start(Reading reading, Delivery delivery) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", delivery.id())
                .put("type", delivery.event().name());
        body.putObject("app")
                .put("id", delivery.app().toString())
                .put("name", reading.app().name().in(reading.reader().locale()));
        return body;
    }

    private ObjectNode named(EntityRef ref, Locale locale) {
        return JsonNodeFactory.instance.objectNode().put("code", ref.code()).put("name", directory.name(ref, locale));
    }

    private String url(AppDefinition app, long record, String comment) {
        return home + "/apps/" + app.code() + "/" + record + comment;
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
