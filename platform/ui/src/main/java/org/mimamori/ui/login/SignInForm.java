package org.mimamori.ui.login;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import org.mimamori.ui.shell.Words;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A plain form that the browser itself posts to {@code /login}, so that password managers know it and no password
 * passes through the screens' own protocol.
 */
@Tag("form")
final class SignInForm extends HtmlContainer {

    private final TextField name;
    private final PasswordField password;

    SignInForm(Words words) {
        addClassName("sign-in");
        getElement().setAttribute("method", "post").setAttribute("action", "login");
        name = new TextField(words.of("login.name"));
        name.getElement().setAttribute("name", "username");
        name.getElement().setAttribute("autocomplete", "username");
        name.getElement().setAttribute("autocapitalize", "none");
        name.getElement().setAttribute("spellcheck", "false");
        name.setAutofocus(true);
        name.setManualValidation(true);
        password = new PasswordField(words.of("login.password"));
        password.getElement().setAttribute("name", "password");
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setManualValidation(true);
        NativeButton submit = new NativeButton(words.of("login.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("primary");
        add(new H1(words.of("login.title")));
        addCsrfToken();
        add(name, password, submit);
    }

    /** A sentence above the fields: what went wrong, or why one is here again. */
    void say(String text, Tone tone) {
        Div message = new Div(text);
        message.addClassNames("notice", tone == Tone.ERROR ? "notice-error" : "notice-info");
        message.getElement().setAttribute("role", tone == Tone.ERROR ? "alert" : "status");
        addComponentAtIndex(1, message);
        if (tone == Tone.ERROR) {
            name.setInvalid(true);
            password.setInvalid(true);
        }
    }

    void fill(String code, String secret) {
        name.setInvalid(false);
        password.setInvalid(false);
        name.setValue(code);
        password.setValue(secret);
        password.focus();
    }

    private void addCsrfToken() {
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                && request.getHttpServletRequest().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            Input hidden = new Input();
            hidden.setType("hidden");
            hidden.getElement().setAttribute("name", token.getParameterName());
            hidden.getElement().setAttribute("value", token.getToken());
            add(hidden);
        }
    }

    enum Tone {
        ERROR,
        INFORMATION
    }
}
