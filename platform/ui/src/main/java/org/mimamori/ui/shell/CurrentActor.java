package org.mimamori.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import java.util.Optional;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.problem.Problem;
import org.springframework.stereotype.Component;

/** The person signed in to the session, as the directory has them at this moment. */
@Component
public final class CurrentActor {

    private final AuthenticationContext session;
    private final Directory directory;

    CurrentActor(AuthenticationContext session, Directory directory) {
        this.session = session;
        this.directory = directory;
    }

    /** The person; somebody who was removed or made inactive since signing in is signed out at once. */
    public Actor.Person get() {
        return find().orElseThrow(() -> {
            if (session.isAuthenticated()) {
                session.logout();
            }
            return new Problem.NotSignedIn().asException();
        });
    }

    /** The person, or empty when nobody who may sign in is signed in. */
    public Optional<Actor.Person> find() {
        return session.getPrincipalName()
                .flatMap(directory::findUser)
                .filter(User::active)
                .map(user -> directory.person(user, browser()));
    }

    private static Locale browser() {
        UI ui = UI.getCurrent();
        return ui == null ? Words.LOCALES.getFirst() : ui.getLocale();
    }
}
