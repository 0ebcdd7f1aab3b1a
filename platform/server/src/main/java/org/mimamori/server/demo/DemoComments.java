package org.mimamori.server.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.comment.Comments;
import org.mimamori.engine.comment.GuardedComments;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;
import tools.jackson.databind.JsonNode;

/** Writes the comments of a demo as the people they are from, at the times the recipe gives. */
final class DemoComments {

    private final Apps apps;
    private final RecordService records;
    private final CommentStore comments;
    private final ChangeStore changes;
    private final Transactions transactions;
    private final Directory directory;
    private final Template template;
    private final Chance chance;
    private final Clock clock;

    DemoComments(
            Apps apps,
            RecordService records,
            CommentStore comments,
            ChangeStore changes,
            Transactions transactions,
            Directory directory,
            Template template,
            Chance chance,
            Clock clock) {
        this.apps = apps;
        this.records = records;
        this.comments = comments;
        this.changes = changes;
        this.transactions = transactions;
        this.directory = directory;
        this.template = template;
        this.chance = chance;
        this.clock = clock;
    }

    /** Under some records of a set, the thread of the recipe: each part may answer the one before. */
    int make(JsonNode recipe, DemoRecords made) {
        int written = 0;
        for (JsonNode set : recipe.path("comments")) {
            String on = set.get("on").asString();
            AppDefinition app =
                    apps.getByCode(new Actor.Platform("demo"), set.get("app").asString());
            for (Scope scope : made.set(on)) {
                if (chance.hits(set.get("chance").asDouble())) {
                    written += thread(set.get("thread"), app, Long.parseLong(scope.get(on + ".$id")), scope);
                }
            }
        }
        return written;
    }

    private int thread(JsonNode thread, AppDefinition app, long record, Scope scope) {
        Long last = null;
        int written = 0;
        for (JsonNode part : thread) {
            if (part.has("chance") && !chance.hits(part.get("chance").asDouble())) {
                break;
            }
            last = write(part, app, record, scope, part.path("reply").asBoolean(false) ? last : null);
            written++;
        }
        return written;
    }

    private long write(JsonNode part, AppDefinition app, long record, Scope scope, @Nullable Long replyTo) {
        String author = template.text(part.get("author"), scope);
        Actor.Person person = directory.person(
                directory.findUser(author).orElseThrow(() -> new IllegalArgumentException("no user " + author)),
                Locale.JAPANESE);
        Instant wanted = Instant.parse(template.text(part.get("at"), scope));
        Instant at = wanted.isAfter(clock.instant()) ? clock.instant() : wanted;
        Comments then = new GuardedComments(
                apps, records, comments, changes, transactions, directory, Clock.fixed(at, clock.getZone()));
        return then.add(
                person, app.id(), record, template.text(part.get("text"), scope), mentions(part, scope), replyTo);
    }

    private List<EntityRef> mentions(JsonNode part, Scope scope) {
        List<EntityRef> mentions = new ArrayList<>();
        for (JsonNode mention : part.path("mentions")) {
            EntityType type = EntityType.valueOf(mention.get("type").asString());
            mentions.add(new EntityRef(type, template.text(mention.get("code"), scope)));
        }
        return mentions;
    }
}
