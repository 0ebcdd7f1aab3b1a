package org.mimamori.ui.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What every session and page of the screens is given when it starts. */
@Component
final class ScreenSetup implements VaadinServiceInitListener {

    private final Words words;
    private final Languages languages;
    private final ScreenErrors errors;
    private final ContentPolicy policy;

    ScreenSetup(Words words, Languages languages, ScreenErrors errors, ContentPolicy policy) {
        this.words = words;
        this.languages = languages;
        this.errors = errors;
        this.policy = policy;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> messages(Words.spoken(info.getLocale())));
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(errors));
        event.getSource().addUIInitListener(this::initialise);
        event.addIndexHtmlRequestListener(this::modify);
    }

    private void initialise(UIInitEvent event) {
        Locale locale = languages.of(VaadinRequest.getCurrent());
        event.getUI().setLocale(locale);
        var reconnect = event.getUI().getReconnectDialogConfiguration();
        reconnect.setDialogText(words.getTranslation("connection.lost", locale));
        reconnect.setDialogTextGaveUp(words.getTranslation("connection.gaveUp", locale));
    }

    private void modify(IndexHtmlResponse page) {
        String language = languages.of(page.getVaadinRequest()).getLanguage();
        page.getDocument().getElementsByTag("html").attr("lang", language);
        policy.apply(page);
    }

    /** Texts the browser shows by itself when the server has forgotten it or cannot answer. */
    private SystemMessages messages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(words.getTranslation("session.expired", locale));
        messages.setSessionExpiredMessage(words.getTranslation("session.expired.text", locale));
        messages.setInternalErrorCaption(words.getTranslation("failure.title", locale));
        messages.setInternalErrorMessage(words.getTranslation("failure.reload", locale));
        messages.setSyncErrorCaption(words.getTranslation("failure.title", locale));
        messages.setSyncErrorMessage(words.getTranslation("failure.reload", locale));
        messages.setCookiesDisabledNotificationEnabled(true);
        // A browser that came in had cookies; when they are gone later, so is the session.
        messages.setCookiesDisabledCaption(words.getTranslation("session.expired", locale));
        messages.setCookiesDisabledMessage(words.getTranslation("session.expired.text", locale));
        return messages;
    }
}
