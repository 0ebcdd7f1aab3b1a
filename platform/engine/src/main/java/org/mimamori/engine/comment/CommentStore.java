package org.mimamori.engine.comment;

import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;

/** Port: where comments are kept. */
public interface CommentStore {

    /** Keeps a comment and answers its number; the id it carries is ignored. */
    long add(AppId app, long record, Comment comment);

    Optional<Comment> find(AppId app, long record, long comment);

    /** Comments by id, from the offset on. */
    List<Comment> list(AppId app, long record, boolean ascending, int offset, int limit);

    long count(AppId app, long record);

    /** Who wrote the record's comments with smaller numbers, each once. */
    List<EntityRef> authorsBefore(AppId app, long record, long comment);

    void delete(AppId app, long record, long comment);

    void deleteAll(AppId app, long record);

    void like(AppId app, long record, long comment, EntityRef person);

    void unlike(AppId app, long record, long comment, EntityRef person);
}
