package org.mimamori.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.ProcessService.Step;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.Submission;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;
import org.springframework.test.annotation.DirtiesContext;

/** What is mine to do, among the views of an app with a process. */
@DirtiesContext
class AssigneeViewTest extends ScreensTest {

    @Test
    void listsWhatIsMineToDoWhereItIsChosen() {
        AppDefinition app = office.install("referral");
        long mine = app.views().getLast().id();
        referral(app.id());
        move(app.id(), referral(app.id()));
        move(app.id(), referral(app.id()));
        signIn(Office.NURSE);

        go("apps/referral");
        assertThat(total()).contains("3");
        assertThat(views().getValue()).isEqualTo(ListState.ALL);
        choose("(作業者が自分)");
        assertThat(total()).contains("2");

        signIn(Office.OTHER_NURSE);
        go("apps/referral");
        choose("(作業者が自分)");
        assertThat(total()).contains("0");
        assertThat(views().getValue()).isEqualTo(Long.toString(mine));
    }

    @Test
    void speaksTheReadersLanguageAndIsAbsentWithoutAProcess() {
        office.install("referral");
        browserSpeaks(Locale.ENGLISH);
        signIn(Office.COORDINATOR);

        go("apps/referral");
        assertThat(labels()).contains("(Assigned to me)");
        go("apps/contact_log");
        assertThat(labels()).isNotEmpty().doesNotContain("(Assigned to me)");
    }

    private long referral(AppId app) {
        return office.records
                .service()
                .add(
                        office.person(Office.COORDINATOR),
                        app,
                        Submission.of(Map.of(new FieldCode("title"), new Value.Text("相談"))))
                .id();
    }

    private void move(AppId app, long record) {
        office.records
                .process()
                .act(office.person(Office.COORDINATOR), app, new Step(record, "依頼する", Office.NURSE, RecordChange.ANY));
    }

    private String total() {
        return find(Span.class).withId("list-total").single().getText();
    }

    @SuppressWarnings("unchecked")
    private Select<String> views() {
        return find(Select.class).withClassName("mm-views").single();
    }

    private List<String> labels() {
        Select<String> views = views();
        return views.getListDataView()
                .getItems()
                .map(views.getItemLabelGenerator()::apply)
                .toList();
    }

    private void choose(String name) {
        Select<String> views = views();
        go("apps/referral?view="
                + views.getListDataView()
                        .getItems()
                        .filter(id -> views.getItemLabelGenerator().apply(id).equals(name))
                        .findFirst()
                        .orElseThrow());
    }
}
