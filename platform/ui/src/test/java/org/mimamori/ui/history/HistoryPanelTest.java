package org.mimamori.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordKey;
import org.mimamori.engine.record.Submission;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;
import org.mimamori.ui.form.SidePanel;
import org.springframework.beans.factory.annotation.Autowired;

class HistoryPanelTest extends ScreensTest {

    @Autowired
    private HistoryPanelFactory factory;

    private long record;

    @BeforeEach
    void anEntryOfTheContactLog() {
        record = office.contact("高橋 ひなた", "midori");
        signIn(Office.COORDINATOR);
    }

    @Test
    void tellsWhoMadeTheRecordAndWhatStoodInIt() {
        ChangeView made = changes().getLast();
        assertThat(text(made)).contains("佐藤 恵（こども家庭センター）", "レコードを追加しました", "第 1 版", "子ども", "高橋 ひなた", "みどり保育園");
    }

    @Test
    void showsBeforeAndAfterNewestFirst() {
        change(Office.NURSE, Map.of("kind", new Value.Choice("電話"), "minutes", new Value.Decimal(BigDecimal.TEN)));
        change(Office.COORDINATOR, Map.of("kind", new Value.Choice("訪問")));
        List<ChangeView> changes = changes();
        assertThat(text(changes.get(0))).contains("佐藤 恵", "1 項目を変更しました", "変更前:電話", "変更後:訪問");
        assertThat(text(changes.get(1))).contains("田中 花子", "2 項目を変更しました", "変更後:電話", "変更後:10");
    }

    @Test
    void saysThatAFieldWasEmptied() {
        change(Office.COORDINATOR, Map.of("fact", Value.BLANK));
        assertThat(text(changes().getFirst())).contains("変更前:お迎えのとき、元気がなかった。", "変更後:（空）");
    }

    @Test
    void showsWhatBecameOfTheRowsOfATable() {
        change(Office.COORDINATOR, Map.of("said", rows(row(0, "母", "大丈夫です"), row(0, "本人", "ねむい"))));
        Value.Rows kept = (Value.Rows) held().value(new FieldCode("said"));
        change(
                Office.COORDINATOR,
                Map.of("said", rows(row(kept.rows().get(1).id(), "本人", "元気"), row(0, "父", "迎えに行きます"))));
        String text = text(changes().getFirst());
        assertThat(text).contains("1 行目を変更", "変更前:ねむい変更後:元気", "2 行目を追加", "父", "1 行目を削除", "大丈夫です");
        assertThat(text).doesNotContain("変更前:本人");
    }

    @Test
    void showsRichTextAsWhatItSays() {
        change(Office.COORDINATOR, Map.of("note", new Value.Text("<div><b>至急</b> 連絡を</div>")));
        assertThat(text(changes().getFirst())).contains("至急 連絡を").doesNotContain("<b>");
    }

    @Test
    void leavesOutFieldsTheReaderMayNotSee() {
        change(Office.COORDINATOR, Map.of("opinion", new Value.Text("家庭に不安がある"), "kind", new Value.Choice("電話")));
        assertThat(text(changes().getFirst())).contains("家庭に不安がある");
        signIn(Office.NURSE);
        assertThat(changes()).noneSatisfy(change -> assertThat(text(change)).contains("家庭に不安がある"));
        assertThat(changes()).noneSatisfy(change -> assertThat(text(change)).contains("見立て"));
    }

    @Test
    void tellsOfCommentsAndLeadsToThem() {
        long comment = office.comment(Office.NURSE, record, "見ました", null);
        ChangeView change = changes().getFirst();
        assertThat(text(change)).contains("田中 花子", "コメントを書きました").doesNotContain("版");
        assertThat(all(Anchor.class, change).getFirst().getHref())
                .isEqualTo("apps/contact_log/" + record + "?comment=" + comment);
    }

    @Test
    void keepsTheOrderOfTheForm() {
        assertThat(text(changes().getLast())).containsSubsequence("子ども", "日付", "見た・聞いた事実", "園");
    }

    @Test
    void pagesBackInTime() {
        IntStream.rangeClosed(1, 25).forEach(i -> change(Office.COORDINATOR, Map.of("fact", new Value.Text("その" + i))));
        HistoryPanel panel = open();
        assertThat(all(ChangeView.class, panel)).hasSize(20);
        Button older = all(Button.class, panel).getFirst();
        test(older).click();
        assertThat(all(ChangeView.class, panel)).hasSize(26);
        assertThat(text(all(ChangeView.class, panel).getLast())).contains("レコードを追加しました");
        assertThat(older.isVisible()).isFalse();
    }

    private HistoryPanel open() {
        SidePanel panel = factory.create();
        UI.getCurrent().add(panel.component());
        panel.show(office.contactLog(), record);
        return (HistoryPanel) panel;
    }

    private List<ChangeView> changes() {
        return all(ChangeView.class, open());
    }

    private AppRecord held() {
        return office.records
                .service()
                .get(office.person(Office.COORDINATOR), office.contactLog().id(), record);
    }

    private void change(String who, Map<String, Value> values) {
        Map<FieldCode, Value> byCode = new LinkedHashMap<>();
        values.forEach((code, value) -> byCode.put(new FieldCode(code), value));
        office.records
                .service()
                .update(
                        office.person(who),
                        office.contactLog().id(),
                        new RecordChange(new RecordKey.ById(record), RecordChange.ANY, Submission.of(byCode)));
    }

    private static Value rows(Row... rows) {
        return new Value.Rows(List.of(rows));
    }

    private static Row row(long id, String who, String words) {
        return new Row(
                id,
                Map.of(
                        new FieldCode("who"), new Value.Text(who),
                        new FieldCode("words"), new Value.Text(words)));
    }
}
