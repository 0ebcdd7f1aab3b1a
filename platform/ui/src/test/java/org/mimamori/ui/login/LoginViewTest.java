package org.mimamori.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;
import org.mimamori.ui.home.HomeView;

class LoginViewTest extends ScreensTest {

    @Test
    void isAPlainFormThatTheBrowserPosts() {
        LoginView view = navigate(LoginView.class);
        SignInForm form = all(SignInForm.class, view).getFirst();
        assertThat(form.getElement().getAttribute("method")).isEqualTo("post");
        assertThat(form.getElement().getAttribute("action")).isEqualTo("login");
        assertThat(find(TextField.class).single().getElement().getAttribute("name"))
                .isEqualTo("username");
        assertThat(find(PasswordField.class).single().getElement().getAttribute("name"))
                .isEqualTo("password");
    }

    @Test
    void offersThePeopleOfADemoByWhatTheyDoAndFillsThemIn() {
        LoginView view = navigate(LoginView.class);
        DemoList list = all(DemoList.class, view).getFirst();
        assertThat(text(list)).contains("保育園の職員（2 人）", "みどり保育園", "mimamori-demo");
        NativeButton nurse = all(NativeButton.class, list).stream()
                .filter(button -> text(button).contains(Office.NURSE))
                .findFirst()
                .orElseThrow();
        test(nurse).click();
        assertThat(find(TextField.class).single().getValue()).isEqualTo(Office.NURSE);
        assertThat(find(PasswordField.class).single().getValue()).isEqualTo("mimamori-demo");
    }

    @Test
    void saysThatSigningInFailedWithoutSayingWhichPartWasWrong() {
        go("login?error");
        LoginView view = page(LoginView.class);
        assertThat(text(view)).contains("ログイン名とパスワードを確かめて");
        assertThat(text(view)).doesNotContain("存在しません");
    }

    @Test
    void saysWhyOneIsHereAgain() {
        go("login?idle");
        assertThat(text(page(LoginView.class))).contains("しばらく操作がなかった");
    }

    @Test
    void speaksEnglish() {
        browserSpeaks(Locale.ENGLISH);
        LoginView view = navigate(LoginView.class);
        assertThat(text(view)).contains("Sign in", "日本語");
        assertThat(view.getPageTitle()).isEqualTo("Sign in - Mimamori");
    }

    @Test
    void sendsWhoIsSignedInHome() {
        signIn(Office.NURSE);
        UI.getCurrent().navigate("login");
        assertThat(getCurrentView()).isInstanceOf(HomeView.class);
    }

    @Test
    void asksWhoeverIsNotSignedInToSignIn() {
        for (String path : List.of("", "inbox", "settings", "admin/apps")) {
            UI.getCurrent().navigate(path);
            assertThat(getCurrentView()).as(path).isInstanceOf(LoginView.class);
        }
    }
}
