package org.mimamori.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.Submission;
import org.mimamori.engine.report.ReportResult;
import org.mimamori.office.Office;
import org.mimamori.office.ScreensTest;
import org.mimamori.ui.shell.NotFoundPage;

/** The page of an app's reports. */
class ReportViewTest extends ScreensTest {

    @BeforeEach
    @AfterEach
    void noContacts() {
        Actor.Platform platform = new Actor.Platform("test");
        office.records
                .service()
                .find(platform, office.contactLog().id(), RecordQuery.of(""))
                .records()
                .forEach(record -> office.records
                        .service()
                        .deleteAll(
                                platform,
                                office.contactLog().id(),
                                List.of(new RecordService.Deletion(record.id(), RecordChange.ANY))));
    }

    private void contact(String nursery, String kind, String day, int minutes) {
        Map<FieldCode, Value> values = new LinkedHashMap<>();
        values.put(new FieldCode("child"), new Value.Text("子ども"));
        values.put(new FieldCode("seen_on"), new Value.Date(LocalDate.parse(day)));
        values.put(new FieldCode("kind"), new Value.Choice(kind));
        values.put(new FieldCode("minutes"), new Value.Decimal(BigDecimal.valueOf(minutes)));
        values.put(new FieldCode("nursery"), new Value.Entities(List.of(EntityRef.organization(nursery))));
        office.records
                .service()
                .add(office.person(Office.COORDINATOR), office.contactLog().id(), Submission.of(values));
    }

    private void contacts() {
        contact("midori", "電話", "2026-02-10", 10);
        contact("midori", "訪問", "2026-03-10", 30);
        contact("sakura", "電話", "2026-03-31", 5);
        office.contact("種別のない子", "midori");
    }

    private String address(String report) {
        AppDefinition app = office.contactLog();
        Report found = app.reports().stream()
                .filter(one -> one.name().base().equals(report))
                .findFirst()
                .orElseThrow();
        return ReportView.path(app) + "/" + found.id();
    }

    private List<String> links() {
        return all(Anchor.class, page(ReportView.class)).stream()
                .map(Anchor::getText)
                .toList();
    }

    private String svg() {
        return all(Svg.class, page(ReportView.class)).getFirst().getElement().getProperty("innerHTML", "");
    }

    @Test
    void drawsAReportAndGivesItsFiguresInATable() {
        contacts();
        signIn(Office.COORDINATOR);
        go(address("園と種別"));

        ReportView page = page(ReportView.class);
        assertThat(all(H1.class, page).getFirst().getText()).isEqualTo("園と種別");
        assertThat(svg())
                .contains("みどり保育園 / 電話: 1")
                .contains("みどり保育園 / 訪問: 1")
                .contains("さくら保育園 / 電話: 1")
                .doesNotContain("style=");
        CrossGrid grid = all(CrossGrid.class, page).getFirst();
        assertThat(grid.getColumns().stream().map(Grid.Column::getHeaderText)).containsExactly("園", "電話", "訪問", "合計");
        assertThat(grid.getColumns().stream().map(Grid.Column::getFooterText)).containsExactly("合計", "2", "1", "3");
        assertThat(text(page)).contains("分類する項目が空の 1 件は含みません", "日付");
    }

    @Test
    void countsForANurseryItsOwnChildrenAndShowsItNoReportOnWhatIsHidden() {
        contacts();
        signIn(Office.OTHER_NURSE);
        go(address("月ごとの時間"));

        assertThat(links()).contains("園と種別", "月ごとの時間", "集計する").doesNotContain("見立てのあるもの");
        FigureGrid grid = all(FigureGrid.class, page(ReportView.class)).getFirst();
        assertThat(grid.getColumns().stream().map(Grid.Column::getFooterText)).containsExactly("合計", "1", "5");
        List<ReportResult.Row> rows = grid.getListDataView().getItems().toList();
        assertThat(rows).hasSize(1);

        go(address("見立てのあるもの"));
        assertThat(getCurrentView()).isInstanceOf(NotFoundPage.class);
    }

    @Test
    void asksWhatIsChosenAndKeepsItInTheAddress() {
        contacts();
        signIn(Office.COORDINATOR);
        go(ReportView.path(office.contactLog()));
        assertThat(text(page(ReportView.class))).contains("「分類 1」で");

        choose("report-group-0", "seen_on");
        assertThat(this.<Report.Unit>select("report-unit-0").getValue()).isEqualTo(Report.Unit.MONTH);
        choose("report-unit-0", Report.Unit.FISCAL_YEAR);
        choose("report-group-1", "kind");
        choose("report-type", Report.ChartType.PIVOT_TABLE);

        CrossGrid grid = all(CrossGrid.class, page(ReportView.class)).getFirst();
        assertThat(grid.getColumns().stream().map(Grid.Column::getHeaderText))
                .containsExactly("日付（年度）", "電話", "訪問", "合計");
        assertThat(all(Svg.class, page(ReportView.class))).isEmpty();
        assertThat(all(FigureGrid.class, page(ReportView.class))).isEmpty();
    }

    private <T> void choose(String id, T value) {
        this.<T>select(id).setValue(value);
    }

    @SuppressWarnings("unchecked") // the page knows what each of its lists holds
    private <T> Select<T> select(String id) {
        return (Select<T>) all(Select.class, page(ReportView.class)).stream()
                .filter(select -> select.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void offersOnlyFieldsThePersonMaySee() {
        signIn(Office.NURSE);
        go(ReportView.path(office.contactLog()));
        assertThat(this.<String>select("report-group-0").getListDataView().getItems())
                .contains("", "kind", "seen_on", "nursery", "who")
                .doesNotContain("opinion", "fact", "note", "said");

        go(ReportView.path(office.contactLog()) + "?group=opinion&take=COUNT");
        assertThat(text(page(ReportView.class))).contains("この集計はできません").doesNotContain("見立て");
    }

    @Test
    void showsResultsAsTheyWereKept() {
        contacts();
        office.clock.pass(Duration.ofDays(1));
        office.snapshots.run();
        contact("sakura", "訪問", "2026-04-01", 20);
        signIn(Office.COORDINATOR);
        go(address("園と種別"));
        Select<Object> times = select("report-as-of");
        List<Object> items = times.getListDataView().getItems().toList();
        assertThat(items).hasSize(2);

        times.setValue(items.get(1));
        FigureGrid grid = all(FigureGrid.class, page(ReportView.class)).getFirst();
        assertThat(grid.getColumns().getLast().getFooterText()).as("as it was").isEqualTo("3");

        signIn(Office.NURSE);
        go(address("園と種別"));
        assertThat(all(Select.class, page(ReportView.class)))
                .as("a nursery sees only some of the records, so no kept result")
                .isEmpty();
    }

    @Test
    void speaksEnglishToo() {
        browserSpeaks(Locale.ENGLISH);
        contacts();
        signIn(Office.COORDINATOR);
        go(address("園と種別"));

        assertThat(all(H1.class, page(ReportView.class)).getFirst().getText()).isEqualTo("Nurseries and kinds");
        assertThat(svg()).contains("Midori Nursery / Telephone: 1");
    }
}
