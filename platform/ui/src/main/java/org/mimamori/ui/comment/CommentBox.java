package org.mimamori.ui.comment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.function.Function;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.ui.shell.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a comment is written. Typing, completion of names and input methods are the browser's part
 * ({@code comment-box.js}); Enter alone never sends, because it also confirms a conversion from kana.
 */
@Tag("mimamori-comment-box")
@JsModule("context://js/comment-box.js")
final class CommentBox extends Component implements HasStyle, BeforeLeaveObserver {

    private final Words words;
    private final Function<String, List<Mention>> choices;
    private boolean draft;

    /** @param choices whom one can mention whose name contains a text */
    CommentBox(Words words, Function<String, List<Mention>> choices) {
        this.words = words;
        this.choices = choices;
        getElement().setPropertyJson("labels", CommentBoxLabels.of(words));
        addListener(QueryEvent.class, query -> offer(query.token, query.text));
        addListener(DraftEvent.class, event -> draft = event.draft);
    }

    Registration addSendListener(ComponentEventListener<SendEvent> listener) {
        return addListener(SendEvent.class, listener);
    }

    Registration addCancelListener(ComponentEventListener<CancelEvent> listener) {
        return addListener(CancelEvent.class, listener);
    }

    /** Makes it a box for an answer: with a way to give up, and those it answers mentioned. */
    void answering(List<Mention> to) {
        getElement().setProperty("cancellable", true);
        getElement().callJsFunction("mention", Mention.json(to));
    }

    /** The comment is kept; the box is ready for the next. */
    void sent() {
        draft = false;
        getElement().callJsFunction("clear");
    }

    /** The comment could not be kept; the text stays. */
    void refused() {
        getElement().callJsFunction("retry");
    }

    private void offer(int token, String text) {
        ArrayNode found = Mention.json(choices.apply(text));
        getElement().callJsFunction("offer", token, found);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!draft) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        ConfirmDialog dialog = new ConfirmDialog(
                words.of("comment.leave.title"),
                words.of("comment.leave.text"),
                words.of("comment.leave.stay"),
                stay -> leave.cancel(),
                words.of("comment.leave.leave"),
                away -> leave.proceed());
        dialog.setCancelButtonTheme("error tertiary");
        dialog.setCloseOnEsc(false);
        dialog.open();
    }

    /** Somebody asks for names that contain a text. */
    @DomEvent("mention-query")
    public static final class QueryEvent extends ComponentEvent<CommentBox> {
        private final int token;
        private final String text;

        public QueryEvent(
                CommentBox source,
                boolean fromClient,
                @EventData("event.detail.token") int token,
                @EventData("event.detail.text") String text) {
            super(source, fromClient);
            this.token = token;
            this.text = text;
        }
    }

    /** There is an unsent text, or no longer. */
    @DomEvent("draft-change")
    public static final class DraftEvent extends ComponentEvent<CommentBox> {
        private final boolean draft;

        public DraftEvent(CommentBox source, boolean fromClient, @EventData("event.detail.draft") boolean draft) {
            super(source, fromClient);
            this.draft = draft;
        }
    }

    /** Somebody gives up an answer. */
    @DomEvent("comment-cancel")
    public static final class CancelEvent extends ComponentEvent<CommentBox> {
        public CancelEvent(CommentBox source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** Somebody sends a comment. */
    @DomEvent("comment-send")
    public static final class SendEvent extends ComponentEvent<CommentBox> {
        private final String text;
        private final List<EntityRef> mentions;

        public SendEvent(
                CommentBox source,
                boolean fromClient,
                @EventData("event.detail.text") String text,
                @EventData("event.detail.mentions") ArrayNode mentions) {
            super(source, fromClient);
            this.text = text.strip();
            this.mentions = mentions.values().stream()
                    .map(ObjectNode.class::cast)
                    .map(Mention::read)
                    .distinct()
                    .toList();
        }

        String text() {
            return text;
        }

        List<EntityRef> mentions() {
            return mentions;
        }
    }
}
