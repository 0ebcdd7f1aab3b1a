package org.mimamori.ui.login;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.ZoneId;
import java.util.List;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.ui.shell.Languages;
import org.mimamori.ui.shell.Messages;
import org.mimamori.ui.shell.Words;

/** Where the first administrator is made, once; afterwards the page is gone. */
@Route("setup")
@AnonymousAllowed
public class SetupView extends FrontPage implements BeforeEnterObserver, HasDynamicTitle {

    /** Where a Japanese municipality is; the administrator can change it in the settings. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Words words;
    private final FirstAdministrator administrator;
    private final Messages messages;
    private final TextField name;
    private final TextField code;
    private final PasswordField password;
    private final PasswordField again;

    SetupView(Words words, Languages languages, FirstAdministrator administrator, Messages messages) {
        super(words, languages);
        this.words = words;
        this.administrator = administrator;
        this.messages = messages;
        name = new TextField(words.of("setup.name"));
        code = new TextField(words.of("setup.code"));
        code.setValue("admin");
        code.setAllowedCharPattern("[A-Za-z0-9._@-]");
        code.setHelperText(words.of("setup.code.help"));
        password = password("setup.password");
        password.setHelperText(words.of("setup.password.help", FirstAdministrator.PASSWORD_LENGTH));
        again = password("setup.again");
        List.of(name, code).forEach(field -> {
            field.setRequiredIndicatorVisible(true);
            field.setManualValidation(true);
        });
        Button create = new Button(words.of("setup.submit"), click -> create());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(
                new H1(words.of("setup.title")),
                new Paragraph(words.of("setup.text")),
                name,
                code,
                password,
                again,
                create);
        form.addClassName("sign-in");
        show(form);
    }

    private PasswordField password(String label) {
        PasswordField field = new PasswordField(words.of(label));
        field.getElement().setAttribute("autocomplete", "new-password");
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        return field;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!administrator.needed()) {
            event.forwardTo(LoginView.class);
        }
    }

    private void create() {
        if (!complete()) {
            return;
        }
        try {
            administrator.create(
                    new User(
                            code.getValue().strip(),
                            name.getValue().strip(),
                            "",
                            "",
                            words.locale(),
                            ZONE,
                            true,
                            List.of(),
                            List.of(),
                            true),
                    password.getValue());
            UI.getCurrent().getPage().setLocation("login?ready");
        } catch (PlatformException refused) {
            messages.failed(refused.problem());
        }
    }

    private boolean complete() {
        check(name, !name.getValue().isBlank(), "setup.required");
        check(code, !code.getValue().isBlank(), "setup.required");
        String secret = password.getValue();
        boolean longEnough = secret.codePointCount(0, secret.length()) >= FirstAdministrator.PASSWORD_LENGTH;
        password.setErrorMessage(words.of("setup.password.help", FirstAdministrator.PASSWORD_LENGTH));
        password.setInvalid(!longEnough);
        again.setErrorMessage(words.of("setup.again.different"));
        again.setInvalid(!secret.equals(again.getValue()));
        return !name.isInvalid() && !code.isInvalid() && !password.isInvalid() && !again.isInvalid();
    }

    private void check(TextField field, boolean right, String message) {
        field.setErrorMessage(words.of(message));
        field.setInvalid(!right);
    }

    @Override
    public String getPageTitle() {
        return words.title(words.of("setup.title"));
    }
}
