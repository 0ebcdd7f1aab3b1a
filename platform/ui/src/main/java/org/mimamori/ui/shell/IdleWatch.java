package org.mimamori.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import org.jspecify.annotations.Nullable;

/**
 * Ends the session when nobody has touched the screen for as long as a session lasts: the screens' own polling keeps a
 * session alive, so the server alone would never notice that a nursery's shared tablet was left behind. Warns in time,
 * and one press goes on (WCAG 2.2.1).
 */
@Tag("mimamori-idle-watch")
@JsModule("context://js/idle-watch.js")
final class IdleWatch extends Component {

    /** How long before the end it asks whether somebody is there. */
    private static final int WARNING_SECONDS = 120;

    private final Words words;
    private final SignOut signOut;
    private @Nullable ConfirmDialog question;

    IdleWatch(Words words, SignOut signOut) {
        this.words = words;
        this.signOut = signOut;
        addListener(WarnEvent.class, event -> ask());
        addListener(BackEvent.class, event -> close());
        addListener(EndEvent.class, event -> signOut.idle());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        VaadinSession session = event.getSession();
        WrappedSession web = session == null ? null : session.getSession();
        int seconds = web == null ? 0 : web.getMaxInactiveInterval();
        getElement().setProperty("seconds", seconds);
        getElement().setProperty("warning", Math.min(WARNING_SECONDS, seconds / 2));
    }

    private void ask() {
        close();
        ConfirmDialog dialog = new ConfirmDialog(
                words.of("idle.title"),
                words.of("idle.text"),
                words.of("idle.stay"),
                stay -> {},
                words.of("idle.leave"),
                leave -> signOut.wished());
        dialog.setCloseOnEsc(false);
        question = dialog;
        dialog.open();
    }

    private void close() {
        if (question != null) {
            question.close();
            question = null;
        }
    }

    /**
     * Nobody has been there for long. Heard even while a dialog makes the rest of the page inert, as are the others.
     */
    @DomEvent(value = "idle-warn", allowInert = true)
    public static final class WarnEvent extends ComponentEvent<IdleWatch> {
        public WarnEvent(IdleWatch source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** Somebody is back. */
    @DomEvent(value = "idle-back", allowInert = true)
    public static final class BackEvent extends ComponentEvent<IdleWatch> {
        public BackEvent(IdleWatch source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** Nobody came. */
    @DomEvent(value = "idle-end", allowInert = true)
    public static final class EndEvent extends ComponentEvent<IdleWatch> {
        public EndEvent(IdleWatch source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
