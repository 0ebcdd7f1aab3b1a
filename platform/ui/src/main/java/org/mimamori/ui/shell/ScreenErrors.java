package org.mimamori.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * What happens when a click or a timer ends in an exception: a foreseen problem is told in words, anything else is
 * logged under a number that the person is told. Nobody is shown a stack trace.
 */
@Component
final class ScreenErrors implements ErrorHandler {

    private final Words words;
    private final Messages messages;
    private final FailureLog failures;

    ScreenErrors(Words words, Messages messages, FailureLog failures) {
        this.words = words;
        this.messages = messages;
        this.failures = failures;
    }

    @Override
    public void error(ErrorEvent event) {
        Throwable failure = event.getThrowable();
        Optional<Problem> foreseen = problem(failure);
        if (UI.getCurrent() == null) {
            failures.write(failure);
        } else if (foreseen.isPresent()) {
            messages.failed(foreseen.get());
        } else {
            messages.failed(words.of("failure.message", failures.write(failure)));
        }
    }

    /** The problem an exception carries, however deep a framework has wrapped it. */
    static Optional<Problem> problem(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(PlatformException.class::isInstance)
                .map(cause -> ((PlatformException) cause).problem())
                .findFirst();
    }
}
