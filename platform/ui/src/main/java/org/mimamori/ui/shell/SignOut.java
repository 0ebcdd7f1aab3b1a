package org.mimamori.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/** Ends a session. */
@Component
public final class SignOut {

    private final AuthenticationContext session;

    SignOut(AuthenticationContext session) {
        this.session = session;
    }

    /** As the person wishes. */
    public void wished() {
        session.logout();
    }

    /** Because nobody has been at the screen for long; the sign-in page says so. */
    public void idle() {
        new SecurityContextLogoutHandler()
                .logout(
                        VaadinServletRequest.getCurrent().getHttpServletRequest(),
                        VaadinServletResponse.getCurrent().getHttpServletResponse(),
                        null);
        UI.getCurrent().getPage().setLocation("login?idle");
    }
}
