package org.mimamori.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.ProcessService.Step;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.Submission;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;
import org.mimamori.ui.list.ListView;
import org.springframework.test.annotation.DirtiesContext;

/** Where a record stands, and what one may do about it, on the record's page. */
@DirtiesContext
class StatusBarTest extends ScreensTest {

    private AppDefinition app;
    private long record;

    @BeforeEach
    void aReferral() {
        app = office.install("referral");
        record = office.records
                .service()
                .add(
                        office.person(Office.COORDINATOR),
                        app.id(),
                        Submission.of(Map.of(new FieldCode("title"), new Value.Text("相談"))))
                .id();
    }

    @Test
    void showsTheStatusWhoIsToActAndTheActionsOfTheReaderOnly() {
        open(Office.COORDINATOR);
        assertThat(text(bar())).contains("ステータス", "未対応", "作業者", "佐藤 恵", "依頼する");
        open(Office.NURSE);
        assertThat(text(bar())).contains("未対応", "佐藤 恵").doesNotContain("依頼する", "作業者を変更");
    }

    @Test
    void asksWhoActsNextAndMovesTheRecord() {
        open(Office.COORDINATOR);
        press("依頼する");
        ComboBox<EntityRef> choice = choice();
        assertThat(choice.getListDataView().getItems())
                .containsExactlyInAnyOrder(EntityRef.user(Office.NURSE), EntityRef.user(Office.OTHER_NURSE));

        confirm();
        assertThat(choice.isInvalid()).isTrue();
        assertThat(status()).isEqualTo("未対応");

        choice.setValue(EntityRef.user(Office.NURSE));
        confirm();
        assertThat(status()).isEqualTo("対応中");
        assertThat(text(bar())).contains("対応中", "田中 花子").doesNotContain("依頼する");
    }

    @Test
    void marksWhoHasActedWhereAllHaveTo() {
        move(Office.COORDINATOR, "依頼する", Office.NURSE);
        move(Office.NURSE, "確認を頼む", null);
        open(Office.NURSE);
        press("確認した");
        confirm();

        assertThat(status()).isEqualTo("確認");
        assertThat(text(bar())).contains("佐藤 恵、田中 花子（実行済み）");
    }

    @Test
    void leavesAPageThatTheReaderMayNoLongerSee() {
        move(Office.COORDINATOR, "依頼する", Office.NURSE);
        move(Office.NURSE, "確認を頼む", null);
        move(Office.COORDINATOR, "確認した", null);
        open(Office.NURSE);
        press("確認した");
        confirm();

        assertThat(status()).isEqualTo("終了");
        assertThat(getCurrentView()).isInstanceOf(ListView.class);
    }

    @Test
    void saysWhenSomebodyElseWasFirstAndShowsTheRecordAsItIs() {
        open(Office.COORDINATOR);
        press("依頼する");
        choice().setValue(EntityRef.user(Office.NURSE));
        move(Office.COORDINATOR, "依頼する", Office.OTHER_NURSE);
        confirm();

        assertThat(text(bar())).contains("対応中", "鈴木 一郎");
    }

    @Test
    void letsWhoManagesTheAppChangeTheAssignees() {
        move(Office.COORDINATOR, "依頼する", Office.NURSE);
        open(Office.COORDINATOR);
        press("作業者を変更");
        @SuppressWarnings("unchecked")
        MultiSelectComboBox<EntityRef> people =
                find(MultiSelectComboBox.class).withId("process-assignees").single();
        assertThat(people.getSelectedItems()).containsExactly(EntityRef.user(Office.NURSE));
        people.setValue(Set.of(EntityRef.user(Office.OTHER_NURSE)));
        confirm();

        assertThat(text(bar())).contains("鈴木 一郎").doesNotContain("田中 花子");
    }

    @Test
    void speaksEnglish() {
        browserSpeaks(Locale.ENGLISH);
        open(Office.COORDINATOR);

        assertThat(text(bar())).contains("Status", "New", "Assignee", "Refer", "Change assignees");
    }

    @Test
    void isAbsentWhereTheAppHasNoProcess() {
        signIn(Office.COORDINATOR);
        go("apps/contact_log/" + office.contact("中村 蓮", "midori"));

        assertThat(all(StatusBar.class, page(RecordView.class))).isEmpty();
    }

    private void open(String who) {
        signIn(who);
        go("apps/referral/" + record);
    }

    private StatusBar bar() {
        return all(StatusBar.class, page(RecordView.class)).getFirst();
    }

    private void press(String text) {
        test(all(Button.class, bar()).stream()
                        .filter(button -> button.getText().equals(text))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void confirm() {
        test(find(Button.class).withId("process-confirm").single()).click();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<EntityRef> choice() {
        return find(ComboBox.class).withId("process-assignee").single();
    }

    private void move(String who, String action, String assignee) {
        office.records
                .process()
                .act(office.person(who), app.id(), new Step(record, action, assignee, RecordChange.ANY));
    }

    private String status() {
        return office.records
                .process()
                .standing(office.person(Office.COORDINATOR), app.id(), record)
                .orElseThrow()
                .status();
    }
}
