package org.mimamori.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.User;
import org.mimamori.office.Screens.EmptyTown;
import org.mimamori.office.ScreensTest;
import org.springframework.beans.factory.annotation.Autowired;

class SetupViewTest extends ScreensTest {

    @Autowired
    private EmptyTown town;

    @AfterEach
    void peopleMoveInAgain() {
        town.settle();
    }

    @Test
    void isGoneOnceAnAdministratorExists() {
        go("setup");
        assertThat(getCurrentView()).isInstanceOf(LoginView.class);
    }

    @Test
    void takesThePlaceOfSigningInWhileNobodyCan() {
        town.empty();
        go("");
        go("login?again");
        assertThat(getCurrentView()).isInstanceOf(SetupView.class);
    }

    @Test
    void makesTheFirstAdministrator() {
        town.empty();
        SetupView view = navigate(SetupView.class);
        fill(view, "山田 太郎", "yamada", "long enough password", "long enough password");
        assertThat(town.made()).singleElement().satisfies(user -> {
            assertThat(user).extracting(User::name, User::code).containsExactly("山田 太郎", "yamada");
            assertThat(user.systemAdmin()).isTrue();
        });
    }

    @Test
    void refusesAShortPassword() {
        town.empty();
        SetupView view = navigate(SetupView.class);
        fill(view, "山田 太郎", "yamada", "short", "short");
        assertThat(town.made()).isEmpty();
        assertThat(passwords(view).getFirst().isInvalid()).isTrue();
        assertThat(passwords(view).getFirst().getErrorMessage()).contains("12 文字以上");
    }

    @Test
    void refusesTwoDifferentPasswords() {
        town.empty();
        SetupView view = navigate(SetupView.class);
        fill(view, "山田 太郎", "yamada", "long enough password", "long enough passwort");
        assertThat(town.made()).isEmpty();
        assertThat(passwords(view).getLast().isInvalid()).isTrue();
    }

    @Test
    void refusesToLeaveOutTheName() {
        town.empty();
        SetupView view = navigate(SetupView.class);
        fill(view, " ", "yamada", "long enough password", "long enough password");
        assertThat(town.made()).isEmpty();
    }

    private void fill(SetupView view, String name, String code, String password, String again) {
        List<TextField> texts = all(TextField.class, view);
        test(texts.getFirst()).setValue(name);
        test(texts.getLast()).setValue(code);
        test(passwords(view).getFirst()).setValue(password);
        test(passwords(view).getLast()).setValue(again);
        test(all(Button.class, view).getLast()).click();
    }

    private static List<PasswordField> passwords(SetupView view) {
        return all(PasswordField.class, view);
    }
}
