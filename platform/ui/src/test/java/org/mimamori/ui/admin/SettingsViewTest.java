package org.mimamori.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.User;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;

class SettingsViewTest extends ScreensTest {

    private static final String PASSWORD = "mimamori-demo";

    @AfterEach
    void asBefore() {
        office.directoryStore.savePasswordHash(Office.NEWCOMER, "plain:" + PASSWORD);
    }

    @Test
    void keepsTheLanguageThePersonChooses() {
        RadioButtonGroup<Optional<Locale>> languages = languages(open());
        assertThat(languages.getValue()).isEmpty();
        languages.setValue(Optional.of(Locale.ENGLISH));
        assertThat(me().language()).isEqualTo(Locale.ENGLISH);
        languages.setValue(Optional.empty());
        assertThat(me().language()).isNull();
    }

    @Test
    void keepsTheZoneThePersonChoosesAndNothingElseChanges() {
        User before = me();
        @SuppressWarnings("unchecked")
        ComboBox<ZoneId> zones = all(ComboBox.class, open()).getFirst();
        zones.setValue(ZoneId.of("Asia/Seoul"));
        assertThat(me().zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
        zones.setValue(ZoneId.of("Asia/Tokyo"));
        assertThat(me()).isEqualTo(before);
    }

    @Test
    void changesThePasswordOfSomebodyWhoKnowsTheOldOne() {
        change(PASSWORD, "a much longer password", "a much longer password");
        assertThat(hash()).isEqualTo("plain:a much longer password");
    }

    @Test
    void refusesSomebodyWhoDoesNotKnowTheOldPassword() {
        SettingsView view = change("guessed", "a much longer password", "a much longer password");
        assertThat(hash()).isEqualTo("plain:" + PASSWORD);
        assertThat(fields(view).getFirst().getErrorMessage()).isEqualTo("いまのパスワードが違います。");
    }

    @Test
    void refusesAShortPassword() {
        SettingsView view = change(PASSWORD, "short", "short");
        assertThat(hash()).isEqualTo("plain:" + PASSWORD);
        assertThat(fields(view).get(1).getErrorMessage()).contains("12 文字以上");
    }

    @Test
    void refusesTheSamePasswordAgain() {
        change(PASSWORD, PASSWORD, PASSWORD);
        assertThat(hash()).isEqualTo("plain:" + PASSWORD);
    }

    @Test
    void refusesTwoDifferentPasswords() {
        SettingsView view = change(PASSWORD, "a much longer password", "a much longer passwort");
        assertThat(hash()).isEqualTo("plain:" + PASSWORD);
        assertThat(fields(view).getLast().isInvalid()).isTrue();
    }

    private SettingsView open() {
        signIn(Office.NEWCOMER);
        return navigate(SettingsView.class);
    }

    private SettingsView change(String old, String wanted, String again) {
        SettingsView view = open();
        List<PasswordField> fields = fields(view);
        test(fields.get(0)).setValue(old);
        test(fields.get(1)).setValue(wanted);
        test(fields.get(2)).setValue(again);
        test(all(Button.class, view).getLast()).click();
        return view;
    }

    private User me() {
        return office.directory.findUser(Office.NEWCOMER).orElseThrow();
    }

    private String hash() {
        return office.directoryStore.passwordHash(Office.NEWCOMER).orElseThrow();
    }

    private static List<PasswordField> fields(SettingsView view) {
        return all(PasswordField.class, view);
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Optional<Locale>> languages(SettingsView view) {
        return all(RadioButtonGroup.class, view).getFirst();
    }
}
