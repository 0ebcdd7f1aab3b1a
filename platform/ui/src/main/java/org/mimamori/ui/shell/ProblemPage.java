package org.mimamori.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

/** A page the engine refuses. What is hidden looks exactly like what does not exist. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class ProblemPage extends ErrorPage implements HasErrorParameter<PlatformException> {

    private final Words words;

    ProblemPage(Words words) {
        super(words);
        this.words = words;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<PlatformException> parameter) {
        Problem problem = parameter.getException().problem();
        if (notFound(problem)) {
            event.rerouteToError(NotFoundException.class);
            return HttpServletResponse.SC_NOT_FOUND;
        }
        say(words.of("refused.title"), words.of(problem));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    private static boolean notFound(Problem problem) {
        return problem instanceof Problem.AppNotFound
                || problem instanceof Problem.SpaceNotFound
                || problem instanceof Problem.ThreadNotFound
                || problem instanceof Problem.RecordNotFound
                || problem instanceof Problem.ReportNotFound
                || problem instanceof Problem.CommentNotFound
                || problem instanceof Problem.FileNotFound;
    }
}
