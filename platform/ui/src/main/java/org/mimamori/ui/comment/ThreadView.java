package org.mimamori.ui.comment;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.comment.Comment;
import org.mimamori.ui.shell.Words;

/** A thread: the comment it starts with, the answers below it, and the box in which one answers. */
final class ThreadView extends Article {

    private final Discussion discussion;
    private final Runnable changed;
    private final Words words;
    private final Div comments = new Div();
    private final Div answer = new Div();
    private @Nullable CommentThread shown;
    private boolean shownOlder;

    /** @param changed to be run when the person has changed something */
    ThreadView(Discussion discussion, Runnable changed) {
        this.discussion = discussion;
        this.changed = changed;
        this.words = discussion.desk().words();
        addClassName("thread");
        add(comments, answer);
    }

    /** @param older whether there are comments that were not read yet */
    void show(CommentThread thread, boolean older) {
        if (thread.equals(shown) && older == shownOlder) {
            return;
        }
        shown = thread;
        shownOlder = older;
        comments.removeAll();
        if (thread.root().isEmpty()) {
            Paragraph missing = new Paragraph(words.of(older ? "comment.rootOlder" : "comment.rootDeleted"));
            missing.addClassName("root-missing");
            comments.add(missing);
        }
        thread.root().ifPresent(root -> comments.add(view(root, thread)));
        Div answers = new Div();
        answers.addClassName("answers");
        thread.answers().forEach(one -> answers.add(view(one, thread)));
        comments.add(answers);
    }

    void highlight(long comment) {
        comments.getChildren()
                .flatMap(child -> child instanceof CommentView ? Stream.of(child) : child.getChildren())
                .filter(CommentView.class::isInstance)
                .map(CommentView.class::cast)
                .forEach(view -> view.highlight(comment));
    }

    private CommentView view(Comment comment, CommentThread thread) {
        List<Mention> all = discussion.all(thread);
        return new CommentView(
                comment,
                discussion,
                new CommentView.Actions(
                        () -> answer(
                                comment,
                                List.of(Mention.of(
                                        comment.creator(), discussion.desk().names()))),
                        all.size() > 1 ? () -> answer(comment, all) : null,
                        () -> confirmDelete(comment),
                        changed));
    }

    private void answer(Comment comment, List<Mention> to) {
        CommentBox box = new CommentBox(words, discussion::mentionable);
        box.addSendListener(send -> SendAttempt.of(box, discussion.desk().messages(), () -> {
            discussion.add(send.text(), send.mentions(), comment.id());
            answer.removeAll();
            changed.run();
        }));
        box.addCancelListener(cancel -> answer.removeAll());
        answer.removeAll();
        answer.add(box);
        box.answering(to.stream()
                .filter(mention -> !mention.ref().equals(discussion.person().ref()))
                .toList());
    }

    private void confirmDelete(Comment comment) {
        ConfirmDialog dialog = new ConfirmDialog(
                words.of("comment.delete.title"),
                words.of("comment.delete.text"),
                words.of("comment.delete.delete"),
                confirmed -> {
                    discussion.delete(comment);
                    changed.run();
                },
                words.of("comment.delete.keep"),
                cancelled -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }
}
