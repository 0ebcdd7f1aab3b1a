package org.mimamori.engine.comment;

import java.util.List;

/** Some comments of a record, and whether there are older and newer ones beyond. */
public record CommentPage(List<Comment> comments, boolean older, boolean newer) {

    public CommentPage {
        comments = List.copyOf(comments);
    }
}
