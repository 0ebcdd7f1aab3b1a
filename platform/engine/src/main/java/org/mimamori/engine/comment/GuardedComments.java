package org.mimamori.engine.comment;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;

/** Comments, through the reader's right to the record they stand under. */
public final class GuardedComments implements Comments {

    /** kintone's limits. */
    public static final int LONGEST_TEXT = 65_535;

    public static final int MOST_MENTIONS = 10;

    private final Apps apps;
    private final RecordService records;
    private final CommentStore comments;
    private final ChangeStore changes;
    private final Transactions transactions;
    private final Directory directory;
    private final Clock clock;

    public GuardedComments(
            Apps apps,
            RecordService records,
            CommentStore comments,
            ChangeStore changes,
            Transactions transactions,
            Directory directory,
            Clock clock) {
        this.apps = apps;
        this.records = records;
        this.comments = comments;
        this.changes = changes;
        this.transactions = transactions;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public long add(
            Actor actor, AppId app, long record, String text, List<EntityRef> mentions, @Nullable Long replyTo) {
        AppDefinition definition = open(actor, app, record);
        requireText(text, mentions);
        if (replyTo != null) {
            get(app, record, replyTo);
        }
        List<EntityRef> distinct = mentions.stream().distinct().toList();
        return transactions.run(() -> {
            Comment comment = new Comment(0, replyTo, text, distinct, actor.ref(), clock.instant(), List.of());
            long id = comments.add(app, record, comment);
            log(definition, actor, record, new Change.What.Commented(id, distinct));
            return id;
        });
    }

    private void requireText(String text, List<EntityRef> mentions) {
        if (text.isBlank()) {
            throw Problem.BadParameter.of("comment.text", "required").asException();
        }
        if (text.length() > LONGEST_TEXT) {
            throw Problem.BadParameter.of("comment.text", "text.tooLong", LONGEST_TEXT)
                    .asException();
        }
        if (mentions.size() > MOST_MENTIONS) {
            throw Problem.BadParameter.of("comment.mentions", "tooManyMentions", MOST_MENTIONS)
                    .asException();
        }
        mentions.stream().filter(ref -> !directory.exists(ref)).findFirst().ifPresent(ref -> {
            throw new Problem.UnknownEntity(ref.type().name(), ref.code()).asException();
        });
    }

    @Override
    public CommentPage list(Actor actor, AppId app, long record, Order order, int offset, int limit) {
        open(actor, app, record);
        boolean ascending = order == Order.ASCENDING;
        List<Comment> page = comments.list(app, record, ascending, offset, limit + 1);
        boolean further = page.size() > limit;
        boolean skipped = offset > 0 && comments.count(app, record) > 0;
        List<Comment> shown = further ? page.subList(0, limit) : page;
        return ascending ? new CommentPage(shown, skipped, further) : new CommentPage(shown, further, skipped);
    }

    @Override
    public void delete(Actor actor, AppId app, long record, long comment) {
        AppDefinition definition = open(actor, app, record);
        if (!get(app, record, comment).creator().equals(actor.ref())) {
            throw new Problem.Forbidden("COMMENT_DELETE").asException();
        }
        transactions.run(() -> {
            comments.delete(app, record, comment);
            log(definition, actor, record, new Change.What.CommentDeleted(comment));
            return comment;
        });
    }

    @Override
    public void like(Actor actor, AppId app, long record, long comment) {
        open(actor, app, record);
        get(app, record, comment);
        comments.like(app, record, comment, actor.ref());
    }

    @Override
    public void unlike(Actor actor, AppId app, long record, long comment) {
        open(actor, app, record);
        get(app, record, comment);
        comments.unlike(app, record, comment, actor.ref());
    }

    @Override
    public List<EntityRef> mentionable(Actor actor, AppId app, long record, String text, int limit) {
        open(actor, app, record);
        return Stream.of(EntityType.USER, EntityType.ORGANIZATION, EntityType.GROUP)
                .flatMap(type -> directory.search(type, text, limit).stream())
                .limit(limit)
                .toList();
    }

    /** The app, if the actor may see the record and the app has comments. */
    private AppDefinition open(Actor actor, AppId app, long record) {
        AppDefinition definition = apps.get(actor, app);
        records.get(actor, app, record);
        if (!definition.settings().enableComments()) {
            throw new Problem.Forbidden("COMMENT").asException();
        }
        return definition;
    }

    private Comment get(AppId app, long record, long comment) {
        return comments.find(app, record, comment)
                .orElseThrow(() -> new Problem.CommentNotFound(comment).asException());
    }

    private void log(AppDefinition app, Actor actor, long record, Change.What what) {
        String reason = actor instanceof Actor.Platform platform ? platform.reason() : "";
        changes.append(app, List.of(new Change(0, clock.instant(), actor.ref(), reason, app.id(), record, 0, what)));
    }
}
