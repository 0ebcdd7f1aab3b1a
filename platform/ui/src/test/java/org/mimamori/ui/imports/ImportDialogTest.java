package org.mimamori.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.imports.FileFormat;
import org.mimamori.engine.record.RecordIntake.Mode;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;
import org.mimamori.ui.list.ListView;
import org.springframework.test.annotation.DirtiesContext;

/** Reading records from a file, from the choice of the file to its end. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ImportDialogTest extends ScreensTest {

    private static final String GOOD = "児童番号,氏名,生年月日,学年\nK-1,中村 蓮,令和元年5月1日,1\nK-2,山本 花,2018/4/2,2\n";

    private AppDefinition app;

    @BeforeEach
    void aList() {
        app = office.install("child_list");
    }

    private void open() {
        signIn(Office.COORDINATOR);
        go("apps/child_list");
        press("list-import");
    }

    private void choose(byte[] content) {
        try {
            FileRef file = office.records
                    .attachments()
                    .upload(office.person(Office.COORDINATOR), "名簿.csv", new ByteArrayInputStream(content));
            find(FileStep.class).single().take(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void choose(String content) {
        choose(content.getBytes(StandardCharsets.UTF_8));
    }

    private void press(String id) {
        test(find(Button.class).withId(id).single()).click();
    }

    private boolean has(String id) {
        return find(Button.class).withId(id).exists();
    }

    /** Lets the work be done, and the screen see it. */
    private void work() {
        office.doJobs();
        poll();
    }

    private String said() {
        return find(Paragraph.class).withId("import-said").single().getText();
    }

    private List<String> targets() {
        return find(ColumnList.class).single().targets();
    }

    private long records() {
        return office.records
                .service()
                .find(office.person(Office.COORDINATOR), app.id(), RecordQuery.of(""))
                .records()
                .size();
    }

    @Test
    void isOfferedToThoseWithTheRightOnly() {
        signIn(Office.COORDINATOR);
        go("apps/child_list");
        assertThat(has("list-import")).isTrue();

        signIn(Office.NURSE);
        go("apps/child_list");
        assertThat(has("list-import")).isFalse();
    }

    @Test
    void goesFromTheFileOverTheCheckToTheRecords() {
        open();
        choose(GOOD);
        assertThat(targets()).containsExactly("no", "name", "born", "grade");
        assertThat(text(find(ColumnList.class).single())).contains("児童番号", "K-1、K-2", "令和元年5月1日、2018/4/2");

        press("import-check");
        assertThat(said()).contains("名簿.csv");
        work();
        assertThat(said()).isEqualTo("誤りはありません。新しく追加: 2 件、更新: 0 件");
        assertThat(records()).isZero();

        press("import-start");
        work();
        assertThat(said()).isEqualTo("読み込みました。追加: 2 件、更新: 0 件");
        assertThat(records()).isEqualTo(2);

        press("import-close");
        assertThat(text(page(ListView.class))).contains("2 件");
    }

    @Test
    void tellsWhatIsWrongAndLetsTheChoiceBeCorrected() {
        open();
        choose("児童番号,氏名,生年月日,学年\nK-1,,2019/13/1,7\n");
        press("import-check");
        work();

        assertThat(said()).isEqualTo("誤りが 3 か所あります。何も書き込んでいません。");
        assertThat(text(find(RunStep.class).single()))
                .contains("2 行目 B 列「氏名」: 入力してください。", "2 行目 C 列「生年月日」: ", "2 行目 D 列「学年」: 6 以下");
        assertThat(has("import-start")).isFalse();

        press("import-back");
        assertThat(targets()).containsExactly("no", "name", "born", "grade");
    }

    @Test
    void keepsWhatWasChosenWhenOneComesBack() {
        open();
        choose(GOOD);
        choice(3).setValue(one(3, ""));
        mode().setValue(Mode.UPSERT);
        press("import-check");
        work();
        press("import-back");

        assertThat(targets()).containsExactly("no", "name", "born", "");
        assertThat(mode().getValue()).isEqualTo(Mode.UPSERT);
        assertThat(key().getValue().code().text()).isEqualTo("no");
    }

    @Test
    void changesRecordsByAKey() {
        open();
        choose(GOOD);
        press("import-check");
        work();
        press("import-start");
        work();
        press("import-another");
        choose("児童番号,学年\nK-2,3\n");
        assertThat(key().isVisible()).isFalse();
        mode().setValue(Mode.UPDATE);
        assertThat(key().getValue().code().text()).isEqualTo("no");
        press("import-check");
        work();

        assertThat(said()).isEqualTo("誤りはありません。新しく追加: 0 件、更新: 1 件");
    }

    @Test
    void refusesAChoiceThatMakesNoSenseAtItsPlace() {
        open();
        choose(GOOD);
        choice(3).setValue(one(3, "name"));
        press("import-check");

        assertThat(text(find(ColumnsStep.class).single())).contains("同じ項目が 2 つの列に選ばれています。");
    }

    @Test
    void readsTheFileAnewInAnotherEncoding() {
        open();
        choose(GOOD.getBytes(Charset.forName("windows-31j")));

        Select<FileFormat.Encoding> encoding = encoding();
        assertThat(encoding.getValue()).isEqualTo(FileFormat.Encoding.SHIFT_JIS);
        test(encoding).selectItem("UTF-8");
        assertThat(text(find(ColumnsStep.class).single())).contains("文字コードを選び直してください。");
        assertThat(find(Button.class).withId("import-check").single().isEnabled())
                .isFalse();

        test(encoding).selectItem("Shift_JIS");
        assertThat(targets()).containsExactly("no", "name", "born", "grade");
        assertThat(find(Button.class).withId("import-check").single().isEnabled())
                .isTrue();
    }

    @Test
    void showsWhatGoesOnWhenItIsOpenedAgainAndStopsIt() {
        open();
        choose(GOOD);
        press("import-check");
        press("import-close");

        press("list-import");
        assertThat(said()).contains("名簿.csv");
        press("import-cancel");

        assertThat(said()).startsWith("中止しました。");
        assertThat(has("import-another")).isTrue();
    }

    @Test
    void speaksEnglish() {
        browserSpeaks(Locale.ENGLISH);
        open();
        choose("Number,Name,Grade\nK-1,,1\n");
        assertThat(targets()).containsExactly("no", "name", "grade");
        press("import-check");
        work();

        assertThat(said()).isEqualTo("1 errors. Nothing was written.");
        assertThat(text(find(RunStep.class).single())).contains("Row 2, column B, \"Name\": ");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Mode> mode() {
        return find(RadioButtonGroup.class).withId("import-mode").single();
    }

    @SuppressWarnings("unchecked")
    private Select<Field> key() {
        return all(ColumnsStep.class, find(ColumnsStep.class).single()).stream()
                .flatMap(step -> all(Select.class, step).stream())
                .filter(select -> select.getId().filter("import-key"::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Select<FileFormat.Encoding> encoding() {
        return find(Select.class).withId("import-encoding").single();
    }

    private ComboBox<ColumnChoice> choice(int column) {
        return find(ColumnList.class).single().choices().get(column);
    }

    private ColumnChoice one(int column, String target) {
        return choice(column)
                .getListDataView()
                .getItems()
                .filter(choice -> choice.target().equals(target))
                .findFirst()
                .orElseThrow();
    }
}
