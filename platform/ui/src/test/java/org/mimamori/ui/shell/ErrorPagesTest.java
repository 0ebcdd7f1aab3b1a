package org.mimamori.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mimamori.engine.problem.Problem;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;
import org.mimamori.ui.admin.AppsView;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest extends ScreensTest {

    @Test
    void tellsHiddenFromAbsentInNothing() {
        signIn(Office.NURSE);
        go("admin/apps");
        String hidden = text(page(NotFoundPage.class));
        go("admin/nothing");
        String absent = text(page(NotFoundPage.class));
        assertThat(hidden).isEqualTo(absent).contains("ページが見つかりません");
    }

    @Test
    void opensToTheAdministratorWhatIsHiddenFromOthers() {
        signIn(Office.ADMINISTRATOR);
        go("admin/apps");
        assertThat(getCurrentView()).isInstanceOf(AppsView.class);
    }

    @Test
    void tellsAForeseenProblemInWordsAndLogsNothing(CapturedOutput output) {
        VaadinSession.getCurrent()
                .getErrorHandler()
                .error(new ErrorEvent(new IllegalStateException(new Problem.Busy().asException())));
        assertThat(text(find(Notification.class).single())).contains("ほかの人が同じものを保存しています");
        assertThat(output).doesNotContain("Busy");
    }

    @Test
    void tellsAnUnforeseenFailureByANumberThatIsInTheLogWithTheStackTrace(CapturedOutput output) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(new IllegalStateException("secret detail")));
        String shown = text(find(Notification.class).single());
        assertThat(shown).contains("問題が起き").doesNotContain("secret detail", "IllegalStateException");
        String number = shown.replaceAll("(?s).*番号 ([A-Z0-9]{8}) .*", "$1");
        assertThat(number).hasSize(8);
        assertThat(output).contains("Failure " + number, "secret detail", "at org.mimamori");
    }
}
