package org.mimamori.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import org.mimamori.ui.shell.CurrentActor;
import org.mimamori.ui.shell.Messages;
import org.mimamori.ui.shell.OwnAccount;
import org.mimamori.ui.shell.OwnAccount.PasswordAnswer;
import org.mimamori.ui.shell.Words;

/** Where one changes one's own password. */
final class PasswordForm extends Section {

    private final CurrentActor current;
    private final OwnAccount account;
    private final Words words;
    private final Messages messages;
    private final PasswordField old;
    private final PasswordField wanted;
    private final PasswordField again;

    PasswordForm(CurrentActor current, OwnAccount account, Words words, Messages messages) {
        this.current = current;
        this.account = account;
        this.words = words;
        this.messages = messages;
        addClassName("card");
        old = field("settings.password.old", "current-password");
        wanted = field("settings.password.new", "new-password");
        wanted.setHelperText(words.of("setup.password.help", OwnAccount.PASSWORD_LENGTH));
        again = field("settings.password.again", "new-password");
        Button change = new Button(words.of("settings.password.submit"), click -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new H2(words.of("settings.password")), old, wanted, again, change);
    }

    private PasswordField field(String label, String autocomplete) {
        PasswordField field = new PasswordField(words.of(label));
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.setManualValidation(true);
        return field;
    }

    private void change() {
        old.setInvalid(false);
        wanted.setInvalid(false);
        again.setInvalid(!again.getValue().equals(wanted.getValue()));
        again.setErrorMessage(words.of("setup.again.different"));
        if (!again.isInvalid()) {
            tell(account.changePassword(current.get(), old.getValue(), wanted.getValue()));
        }
    }

    private void tell(PasswordAnswer answer) {
        String text = words.of("settings.password." + answer.name(), OwnAccount.PASSWORD_LENGTH);
        switch (answer) {
            case CHANGED -> {
                old.clear();
                wanted.clear();
                again.clear();
                messages.done(text);
            }
            case OLD_IS_WRONG -> refuse(old, text);
            case TOO_SHORT, SAME_AS_OLD -> refuse(wanted, text);
        }
    }

    private static void refuse(PasswordField field, String text) {
        field.setErrorMessage(text);
        field.setInvalid(true);
        field.focus();
    }
}
