package org.mimamori.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;

/** The buttons on a record that open the form of another. */
class ActionsTest extends ScreensTest {

    private List<Anchor> buttons() {
        return all(Anchor.class, page(RecordView.class)).stream()
                .filter(anchor -> anchor.getId().orElse("").startsWith("record-action-"))
                .toList();
    }

    private void open(long record) {
        go("apps/contact_log/" + record);
    }

    @Test
    void opensAFormWithTheValuesOfTheRecord() {
        long record = office.contact("中村 蓮", "midori");
        signIn(Office.NURSE);
        open(record);
        assertThat(buttons()).extracting(Anchor::getText).containsExactly("続きを書く");

        go(buttons().getFirst().getHref());

        assertThat(all(TextField.class, page(RecordView.class)).stream().map(TextField::getValue))
                .contains("中村 蓮");
        assertThat(all(TextArea.class, page(RecordView.class)).stream().map(TextArea::getValue))
                .as("the way back")
                .anyMatch(text -> text.endsWith("/apps/contact_log/" + record) && text.startsWith("http"));
        assertThat(office.records
                        .service()
                        .get(office.person(Office.NURSE), office.contactLog().id(), record)
                        .revision())
                .as("nothing is saved")
                .isEqualTo(1);
    }

    @Test
    void isOfferedWhereItsConditionHoldsAndItsAppIsOpen() {
        long record = office.contact("終わった子", "midori");
        signIn(Office.NURSE);
        open(record);
        assertThat(buttons()).isEmpty();

        signIn(Office.COORDINATOR);
        open(record);
        assertThat(buttons()).extracting(Anchor::getText).containsExactly("当番に入れる");
    }
}
