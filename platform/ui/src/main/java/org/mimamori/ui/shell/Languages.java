package org.mimamori.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimamori.engine.directory.Actor;
import org.springframework.stereotype.Component;

/**
 * Which language a screen speaks: what the person has chosen in the settings, else what was chosen in this browser
 * (also before signing in), else what the browser asks for.
 */
@Component
public final class Languages {

    private static final String COOKIE = "mimamori-language";

    private final CurrentActor current;
    private final OwnAccount account;

    Languages(CurrentActor current, OwnAccount account) {
        this.current = current;
        this.account = account;
    }

    /** The language for a request. */
    public Locale of(VaadinRequest request) {
        return current.find()
                .map(person -> person.user().language())
                .or(() -> chosenHere(request))
                .map(Words::spoken)
                .orElseGet(() -> asked(request));
    }

    /** Speaks another language from now on, and shows the page anew in it. */
    public void speak(Locale language) {
        remember(language);
        Optional<Actor.Person> person = current.find();
        if (person.isPresent()) {
            account.choose(person.get(), language);
        }
        UI ui = UI.getCurrent();
        ui.setLocale(language);
        ui.getPage().reload();
    }

    private static Optional<Locale> chosenHere(VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(cookie -> Locale.of(cookie.getValue()))
                        .filter(Words.LOCALES::contains)
                        .findFirst();
    }

    /** The browser's first wish that is a language of ours. */
    private static Locale asked(VaadinRequest request) {
        return Collections.list(request.getLocales()).stream()
                .filter(wish -> Words.LOCALES.stream()
                        .anyMatch(locale -> locale.getLanguage().equals(wish.getLanguage())))
                .findFirst()
                .map(Words::spoken)
                .orElse(Words.LOCALES.getFirst());
    }

    private static void remember(Locale language) {
        VaadinResponse response = VaadinService.getCurrentResponse();
        VaadinRequest request = VaadinService.getCurrentRequest();
        if (response == null || request == null) {
            return;
        }
        Cookie cookie = new Cookie(COOKIE, language.getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
