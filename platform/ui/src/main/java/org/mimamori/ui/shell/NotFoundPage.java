package org.mimamori.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** No such page, or none for this person: the page does not tell which. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NotFoundPage extends ErrorPage implements HasErrorParameter<NotFoundException> {

    private final Words words;

    NotFoundPage(Words words) {
        super(words);
        this.words = words;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say(words.of("notFound.title"), words.of("notFound.text"));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
