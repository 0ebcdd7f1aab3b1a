package org.mimamori.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.mimamori.engine.problem.Problem;
import org.springframework.stereotype.Component;

/** Short messages over the page: what was done goes by itself, what failed stays until it is closed. */
@Component
public final class Messages {

    private static final int SHORT = 5_000;

    private final Words words;

    Messages(Words words) {
        this.words = words;
    }

    /** Says that something was done. */
    public void done(String text) {
        show(text, VaadinIcon.CHECK_CIRCLE_O, NotificationVariant.LUMO_SUCCESS, SHORT);
    }

    /** Says that something could not be done. */
    public void failed(Problem problem) {
        failed(words.of(problem));
    }

    /** Says that something could not be done. */
    public void failed(String text) {
        show(text, VaadinIcon.WARNING, NotificationVariant.LUMO_ERROR, 0);
    }

    private void show(String text, VaadinIcon sign, NotificationVariant variant, int milliseconds) {
        Notification notification = new Notification();
        notification.addThemeVariants(variant);
        notification.addClassName("message");
        notification.setPosition(Notification.Position.TOP_CENTER);
        notification.setDuration(milliseconds);
        notification.setAssertive(milliseconds == 0);
        Icon icon = sign.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notification.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        close.setAriaLabel(words.of("message.close"));
        notification.add(icon, new Span(text), close);
        notification.open();
    }
}
