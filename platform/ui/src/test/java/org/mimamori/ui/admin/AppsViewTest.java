package org.mimamori.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;

class AppsViewTest extends ScreensTest {

    private AppsView view;

    @BeforeEach
    void theAdministratorLooksAtTheApps() {
        signIn(Office.ADMINISTRATOR);
        view = navigate(AppsView.class);
    }

    @Test
    void listsTheApps() {
        assertThat(test(all(Grid.class, view).getFirst()).size()).isGreaterThanOrEqualTo(2);
        assertThat(test(all(Grid.class, view).getFirst()).getCellText(0, 1)).isEqualTo("経過記録");
    }

    @Test
    void makesAnAppOfADefinition() throws IOException {
        String definition =
                file("duty_roster").replace("duty_roster", "night_roster").replace("当番表", "夜間当番");
        upload(definition);
        assertThat(office.catalog.findByCode("night_roster")).isPresent();
        assertThat(all(NativeTable.class, view)).isEmpty();
    }

    @Test
    void saysInWhichFileAndPlaceADefinitionIsWrong() throws IOException {
        upload(file("duty_roster").replace("duty_roster", "broken_roster").replace("\"USER_SELECT\"", "\"USERS\""));
        assertThat(office.catalog.findByCode("broken_roster")).isEmpty();
        assertThat(text(all(NativeTable.class, view).getFirst()))
                .contains("roster.json", "/fields/person/type", "USERS");
    }

    @Test
    void saysWhereTheTextStopsBeingJson() {
        upload("{ \"code\": ");
        assertThat(text(all(NativeTable.class, view).getFirst())).contains("roster.json", "JSON");
    }

    @Test
    void refusesJsonThatIsNoDefinition() {
        upload("[1, 2]");
        assertThat(text(all(NativeTable.class, view).getFirst())).contains("roster.json", "（全体）");
    }

    private void upload(String content) {
        all(DefinitionUpload.class, view).getFirst().take("roster.json", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String code) throws IOException {
        try (InputStream in = AppsViewTest.class.getResourceAsStream("/office/" + code + ".json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
