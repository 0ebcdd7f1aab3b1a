package org.mimamori.ui.login;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.mimamori.ui.shell.CurrentActor;
import org.mimamori.ui.shell.Languages;
import org.mimamori.ui.shell.Words;

/**
 * Where one signs in. {@code ?error}, {@code ?signedOut}, {@code ?idle}, {@code ?expired} and {@code ?ready} say why
 * one is here.
 */
@Route("login")
@AnonymousAllowed
public class LoginView extends FrontPage implements BeforeEnterObserver, HasDynamicTitle {

    private final Words words;
    private final CurrentActor current;
    private final FirstAdministrator administrator;
    private final SignInForm form;

    LoginView(
            Words words,
            Languages languages,
            CurrentActor current,
            DemoPeople people,
            FirstAdministrator administrator) {
        super(words, languages);
        this.words = words;
        this.current = current;
        this.administrator = administrator;
        this.form = new SignInForm(words);
        Div columns = new Div(form);
        columns.addClassName("columns");
        List<DemoPeople.DemoPerson> offered = people.list();
        if (!offered.isEmpty()) {
            String secret = people.password();
            columns.add(new DemoList(offered, secret, words, person -> form.fill(person.code(), secret)));
        }
        show(columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.find().isPresent()) {
            event.forwardTo("");
        } else if (administrator.needed()) {
            event.forwardTo(SetupView.class);
        } else {
            greet(event.getLocation().getQueryParameters());
        }
    }

    private void greet(QueryParameters why) {
        if (why.getParameters().containsKey("error")) {
            form.say(words.of("login.error"), SignInForm.Tone.ERROR);
        }
        for (String reason : new String[] {"signedOut", "idle", "expired", "ready"}) {
            if (why.getParameters().containsKey(reason)) {
                form.say(words.of("login." + reason), SignInForm.Tone.INFORMATION);
            }
        }
    }

    @Override
    public String getPageTitle() {
        return words.title(words.of("login.title"));
    }
}
