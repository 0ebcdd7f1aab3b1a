package org.mimamori.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.EntityRef;

/** Comments in memory. */
public final class MemoryCommentStore implements CommentStore {

    private final Map<String, TreeMap<Long, Comment>> comments = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();

    private TreeMap<Long, Comment> of(AppId app, long record) {
        return comments.computeIfAbsent(app + "/" + record, key -> new TreeMap<>());
    }

    @Override
    public synchronized long add(AppId app, long record, Comment comment) {
        long id = last.merge(app + "/" + record, 1L, Long::sum);
        of(app, record)
                .put(
                        id,
                        new Comment(
                                id,
                                comment.replyTo(),
                                comment.text(),
                                comment.mentions(),
                                comment.creator(),
                                comment.createdAt(),
                                comment.likes()));
        return id;
    }

    @Override
    public synchronized Optional<Comment> find(AppId app, long record, long comment) {
        return Optional.ofNullable(of(app, record).get(comment));
    }

    @Override
    public synchronized List<Comment> list(AppId app, long record, boolean ascending, int offset, int limit) {
        TreeMap<Long, Comment> all = of(app, record);
        return (ascending ? all : all.descendingMap())
                .values().stream().skip(offset).limit(limit).toList();
    }

    @Override
    public synchronized long count(AppId app, long record) {
        return of(app, record).size();
    }

    @Override
    public synchronized List<EntityRef> authorsBefore(AppId app, long record, long comment) {
        return of(app, record).headMap(comment).values().stream()
                .map(Comment::creator)
                .distinct()
                .toList();
    }

    @Override
    public synchronized void delete(AppId app, long record, long comment) {
        of(app, record).remove(comment);
    }

    @Override
    public synchronized void deleteAll(AppId app, long record) {
        of(app, record).clear();
    }

    @Override
    public synchronized void like(AppId app, long record, long comment, EntityRef person) {
        change(app, record, comment, likes -> {
            List<EntityRef> more = new ArrayList<>(likes);
            more.remove(person);
            more.add(person);
            return more;
        });
    }

    @Override
    public synchronized void unlike(AppId app, long record, long comment, EntityRef person) {
        change(
                app,
                record,
                comment,
                likes -> likes.stream().filter(other -> !other.equals(person)).toList());
    }

    private void change(AppId app, long record, long comment, UnaryOperator<List<EntityRef>> change) {
        of(app, record)
                .computeIfPresent(
                        comment,
                        (id, held) -> new Comment(
                                id,
                                held.replyTo(),
                                held.text(),
                                held.mentions(),
                                held.creator(),
                                held.createdAt(),
                                change.apply(held.likes())));
    }
}
