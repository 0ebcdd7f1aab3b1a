package org.mimamori.ui.comment;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.shared.Registration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentPage;
import org.mimamori.ui.form.SidePanel;
import org.mimamori.ui.shell.Words;

/** The discussion beside a record: write, read by threads, follow what others write. {@code ?comment=} leads to one. */
final class CommentPanel extends Div implements SidePanel, AfterNavigationObserver {

    private static final int PAGE = 30;
    /** How far back a link to a comment is followed. */
    private static final int FARTHEST = 1_000;

    private final CommentDesk desk;
    private final Words words;
    private final Div threads = new Div();
    private final Div news = new Div();
    private final Paragraph nothing;
    private final Button older;
    private final Map<Long, ThreadView> views = new HashMap<>();
    private @Nullable Discussion discussion;
    private List<Comment> shown = List.of();
    private int wanted = PAGE;

    CommentPanel(CommentDesk desk) {
        this.desk = desk;
        this.words = desk.words();
        addClassName("comment-panel");
        threads.addClassName("threads");
        news.addClassName("announcer");
        news.getElement().setAttribute("role", "status");
        nothing = new Paragraph(words.of("comment.none"));
        nothing.addClassName("empty");
        older = new Button(words.of("comment.older"), click -> more());
        older.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    }

    @Override
    public String titleKey() {
        return "comment.title";
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(AppDefinition app, long record) {
        removeAll();
        threads.removeAll();
        views.clear();
        shown = List.of();
        wanted = PAGE;
        if (!app.settings().enableComments()) {
            discussion = null;
            add(new Paragraph(words.of("comment.off")));
            return;
        }
        Discussion about = new Discussion(desk, app, record);
        discussion = about;
        add(box(about), nothing, threads, older, news);
        refresh(about);
        about.markNoticesRead();
    }

    private CommentBox box(Discussion about) {
        CommentBox box = new CommentBox(words, about::mentionable);
        box.addSendListener(send -> SendAttempt.of(box, desk.messages(), () -> {
            about.add(send.text(), send.mentions(), null);
            refresh(about);
        }));
        return box;
    }

    private void refresh(Discussion about) {
        CommentPage page = about.newest(wanted);
        older.setVisible(page.older());
        nothing.setVisible(page.comments().isEmpty());
        if (page.comments().equals(shown)) {
            return;
        }
        announce(about, page.comments());
        shown = page.comments();
        arrange(about, CommentThread.of(shown), page.older());
    }

    /** Keeps the views of threads that live on, and with them an answer half written. */
    private void arrange(Discussion about, List<CommentThread> current, boolean more) {
        Set<Long> starts = current.stream().map(CommentThread::start).collect(Collectors.toSet());
        views.entrySet().removeIf(view -> {
            boolean gone = !starts.contains(view.getKey());
            if (gone) {
                threads.remove(view.getValue());
            }
            return gone;
        });
        for (int place = 0; place < current.size(); place++) {
            CommentThread thread = current.get(place);
            ThreadView view = views.get(thread.start());
            if (view == null) {
                view = new ThreadView(about, () -> refresh(about));
                views.put(thread.start(), view);
                threads.addComponentAtIndex(place, view);
            }
            view.show(thread, more);
        }
    }

    private void announce(Discussion about, List<Comment> current) {
        long last = shown.stream().mapToLong(Comment::id).max().orElse(Long.MAX_VALUE);
        long fresh = current.stream()
                .filter(comment -> comment.id() > last)
                .filter(comment -> !comment.creator().equals(about.person().ref()))
                .count();
        news.setText(fresh == 0 ? "" : words.of("comment.news", fresh));
    }

    private void more() {
        wanted += PAGE;
        if (discussion != null) {
            refresh(discussion);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        Registration polls = ui.addPollListener(poll -> {
            if (discussion != null) {
                refresh(discussion);
            }
        });
        addDetachListener(detach -> {
            polls.remove();
            detach.unregisterListener();
        });
        lead(ui.getActiveViewLocation());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        lead(event.getLocation());
    }

    /** Goes to the comment a link names, reading further back when it is an old one. */
    private void lead(Location location) {
        if (discussion == null) {
            return;
        }
        Long target = location.getQueryParameters()
                .getSingleParameter("comment")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
        if (target == null) {
            return;
        }
        while (older.isVisible() && wanted < FARTHEST && shown.stream().noneMatch(one -> one.id() == target)) {
            more();
        }
        views.values().forEach(view -> view.highlight(target));
    }
}
