package org.mimamori.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A page that could not be built, for a reason nobody foresaw. Stands alone: the frame may be what failed. */
@AnonymousAllowed
public class FailurePage extends ErrorPage implements HasErrorParameter<Exception> {

    private final Words words;
    private final FailureLog failures;

    FailurePage(Words words, FailureLog failures) {
        super(words);
        this.words = words;
        this.failures = failures;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String number = failures.write(parameter.getCaughtException());
        say(words.of("failure.title"), words.of("failure.text"), words.of("failure.number", number));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
