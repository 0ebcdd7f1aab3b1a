package org.mimamori.ui.comment;

import com.vaadin.flow.component.ScrollIntoViewOption;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.ui.shell.DirectoryNames;
import org.mimamori.ui.shell.Portrait;
import org.mimamori.ui.shell.TimeText;
import org.mimamori.ui.shell.Words;

/** One comment: who, when, what, who has understood it, and what I can do with it. */
final class CommentView extends Div {

    /** Names of those who have understood that are shown before "and n others". */
    private static final int NAMES = 6;

    private final Comment comment;
    private final Discussion discussion;
    private final Words words;
    private final EntityRef self;

    CommentView(Comment comment, Discussion discussion, Actions actions) {
        this.comment = comment;
        this.discussion = discussion;
        this.words = discussion.desk().words();
        this.self = discussion.person().ref();
        addClassName("comment");
        setId("comment-" + comment.id());
        getElement().setAttribute("tabindex", "-1");
        Div body = new Div(head(), new CommentText(comment, discussion.desk().names(), words), foot(actions));
        body.addClassName("comment-body");
        add(
                new Portrait(
                        discussion.desk().names().of(comment.creator()),
                        comment.creator().code()),
                body);
        if (!comment.likes().isEmpty()) {
            body.add(likers());
        }
    }

    /** Marks it as the one a link led to, if it is, and brings it into sight. */
    void highlight(long target) {
        boolean it = comment.id() == target;
        getElement().getClassList().set("target", it);
        if (it) {
            scrollIntoView(ScrollIntoViewOption.Block.CENTER);
            getElement().callJsFunction("focus");
        }
    }

    private Div head() {
        DirectoryNames names = discussion.desk().names();
        Span name = new Span(names.of(comment.creator()));
        name.addClassName("comment-name");
        Span place = new Span(names.place(comment.creator()));
        place.addClassName("comment-place");
        Div head = new Div(
                name,
                place,
                new TimeText(
                        comment.createdAt(),
                        discussion.person().zone(),
                        discussion.desk().when()));
        head.addClassName("comment-head");
        return head;
    }

    private Div foot(Actions actions) {
        Div foot = new Div(like(actions), button(words.of("comment.reply"), VaadinIcon.REPLY, actions.reply()));
        foot.addClassName("comment-foot");
        if (actions.replyAll() != null) {
            foot.add(button(words.of("comment.replyAll"), VaadinIcon.REPLY_ALL, actions.replyAll()));
        }
        if (comment.creator().equals(self)) {
            foot.add(button(words.of("comment.delete"), VaadinIcon.TRASH, actions.delete()));
        }
        return foot;
    }

    private Button like(Actions actions) {
        boolean mine = comment.likes().contains(self);
        int count = comment.likes().size();
        String label = count == 0 ? words.of("comment.like") : words.of("comment.liked", count);
        Button like = button(label, VaadinIcon.CHECK_CIRCLE_O, () -> {
            if (mine) {
                discussion.unlike(comment);
            } else {
                discussion.like(comment);
            }
            actions.changed().run();
        });
        like.addClassName("like");
        like.getElement().setAttribute("aria-pressed", Boolean.toString(mine));
        return like;
    }

    private static Button button(String label, VaadinIcon icon, Runnable action) {
        Button button = new Button(label, icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    private Div likers() {
        DirectoryNames names = discussion.desk().names();
        List<String> all = comment.likes().stream().map(names::of).toList();
        String first = String.join(words.of("list.separator"), all.subList(0, Math.min(NAMES, all.size())));
        Div line = new Div(
                all.size() > NAMES
                        ? words.of("comment.likersMore", first, all.size() - NAMES)
                        : words.of("comment.likers", first));
        line.addClassName("likers");
        line.getElement().setAttribute("title", String.join(words.of("list.separator"), all));
        return line;
    }

    /**
     * What can be done with a comment.
     *
     * @param replyAll null when there is nobody but the comment's writer to answer
     */
    record Actions(Runnable reply, @Nullable Runnable replyAll, Runnable delete, Runnable changed) {}
}
