package org.mimamori.ui.comment;

import org.mimamori.engine.comment.Comments;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.ui.shell.CurrentActor;
import org.mimamori.ui.shell.DirectoryNames;
import org.mimamori.ui.shell.Messages;
import org.mimamori.ui.shell.When;
import org.mimamori.ui.shell.Words;
import org.springframework.stereotype.Component;

/** Everything the discussion beside a record works with. */
@Component
record CommentDesk(
        Comments comments,
        Inbox inbox,
        CurrentActor current,
        DirectoryNames names,
        When when,
        Words words,
        Messages messages) {}
