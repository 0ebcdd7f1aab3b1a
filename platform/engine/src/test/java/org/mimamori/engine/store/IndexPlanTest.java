package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.engine.store.RecordBuilder.code;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Notifications;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.permission.RecordRight;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.process.Status;
import org.mimamori.engine.text.LocalText;

class IndexPlanTest {

    private static final String CHILD =
            "{'type':'SINGLE_LINE_TEXT','code':'child','label':'児童','lookup':{'relatedApp':{'app':'','code':'child_register'},"
                    + "'relatedKeyField':'child_no','fieldMappings':[],'lookupPickerFields':[],'filterCond':'','sort':''}}";

    private static final String ATT = "{'type':'RADIO_BUTTON','code':'att','label':'出欠','defaultValue':'出席','options':{"
            + "'出席':{'label':'出席','index':'0'},'欠席':{'label':'欠席','index':'1'}}}";

    private static final String DATE = "{'type':'DATE','code':'date','label':'日付'}";
    private static final String KANA = "{'type':'SINGLE_LINE_TEXT','code':'kana','label':'フリガナ'}";
    private static final String BELONG = "{'type':'ORGANIZATION_SELECT','code':'belong','label':'所属機関'}";
    private static final String LEAD = "{'type':'USER_SELECT','code':'lead','label':'主担当者'}";

    private static AppBuilder app(String... fields) {
        return AppBuilder.anApp(new AppId(7), "att_daily").fields(fields);
    }

    private static List<String> names(AppDefinition app, Demand... demands) {
        return IndexPlan.of(RecordLayout.of(app), List.of(demands)).stream()
                .map(IndexSpec::name)
                .toList();
    }

    private static RecordRight rowsNaming(RightEntity.Type type, String code, String condition) {
        return new RecordRight(
                condition, List.of(new RecordRight.Row(new RightEntity(type, code), true, true, true, false)));
    }

    @Test
    void plansTheOwnTimesOfRecordsForEveryApp() {
        assertThat(names(app().build())).containsExactly("i:updated.at-,_id-", "i:created.at-,_id-");
    }

    @Test
    void plansWhatIsOnesOwnToDoAndWhatStandsWhereForAnAppWithAProcess() {
        Status only = new Status("未対応", "未対応", Status.Mode.ONE, List.of());

        assertThat(names(app().process(new ProcessDefinition(true, List.of(only), List.of()))
                        .build()))
                .contains("i:assignees+,_id-", "i:status+,_id-");
    }

    @Test
    void keepsAUniqueFieldUniqueAndItsBlanksApart() {
        AppDefinition app = app("{'type':'SINGLE_LINE_TEXT','code':'card_no','label':'カード番号','unique':true}")
                .build();

        IndexSpec unique = IndexPlan.unique(RecordLayout.of(app)).getFirst().spec();

        assertThat(unique.name()).isEqualTo("u:f.f6+");
        assertThat(unique.kind()).isEqualTo(IndexSpec.Kind.UNIQUE);
    }

    @Test
    void keepsSeveralFieldsUniqueTogetherAsOneText() {
        AppDefinition app = app(CHILD, DATE).uniqueTogether("child", "date").build();

        assertThat(names(app)).contains("u:u.f6_f7+");
        assertThat(IndexPlan.unique(RecordLayout.of(app)).getFirst().fields())
                .containsExactly(code("child"), code("date"));
    }

    @Test
    void plansThePairsOfCharactersOnlyForAnAppWithText() {
        assertThat(names(app(DATE).build())).doesNotContain("i:s+");
        assertThat(names(app(KANA).build())).contains("i:s+");
    }

    @Test
    void plansTheDatesRemindersCountFrom() {
        AppDefinition app = app(DATE, KANA)
                .notifications(new Notifications(
                        Notifications.NONE.general(), List.of(), List.of(reminder("date"), reminder("更新日時")), null))
                .build();

        assertThat(names(app)).containsExactlyInAnyOrder("i:s+", "i:f.f6+", "i:updated.at-,_id-", "i:created.at-,_id-");
    }

    private static Notifications.Reminder reminder(String field) {
        return new Notifications.Reminder(
                new Notifications.Timing(code(field), 0, 0, null), "", LocalText.of("今日です"), List.of());
    }

    @Test
    void plansALookupFieldByWhichItsRecordsAreFound() {
        assertThat(names(app(CHILD).build())).contains("i:f.f6+");
    }

    @Test
    void plansWhatOtherAppsLookForHere() {
        AppDefinition app = app(KANA, DATE).build();
        Demand run = new Demand(new RelatedApp("", "att_daily"), List.of(code("kana"), code("date")));

        assertThat(names(app, run)).contains("i:f.f6+,f.f7+");
    }

    @Test
    void plansTheKeysOfItsOwnRollups() {
        Rollup streak = new Rollup(
                code("streak"),
                new RelatedApp("", "att_daily"),
                code("child"),
                code("child"),
                "",
                Rollup.Function.STREAK,
                null,
                code("date"),
                "att in (\"欠席\")",
                "",
                Shape.DECIMAL);

        assertThat(names(app(CHILD, DATE, ATT).rollups(streak).build()))
                .contains("i:f.f6+,f.f7+")
                .doesNotContain("i:f.f6+");
    }

    @Test
    void putsWhatAViewComparesBeforeWhatItOrdersBy() {
        AppDefinition app = app(DATE, ATT, KANA)
                .view("date = TODAY() and att in (\"欠席\")", "kana asc")
                .build();

        assertThat(names(app)).contains("i:f.f6+,f.f7+,f.f8+,_id-");
    }

    @Test
    void ordersChoicesByThePlaceOfTheirOption() {
        AppDefinition app = app(ATT, KANA).view("", "att desc, kana asc").build();

        assertThat(names(app)).contains("i:o.f6-,f.f7+,_id-");
    }

    @Test
    void plansARangeThatTheOrderDoesNotFollow() {
        AppDefinition app =
                app(DATE, KANA).view("date >= FROM_TODAY(-7, DAYS)", "kana asc").build();

        assertThat(names(app)).contains("i:f.f7+,_id-", "i:f.f6+,_id-");
    }

    @Test
    void plansNothingForWhatHoldsOnlyWithSomethingElse() {
        AppDefinition app =
                app(DATE, ATT).view("date = TODAY() or att in (\"欠席\")", "").build();

        assertThat(names(app)).noneMatch(name -> name.contains("f.f6") || name.contains("f.f7"));
    }

    @Test
    void plansEveryViewAlsoForReadersWhomARightLimitsToTheirOwnRecords() {
        AppDefinition app = app(BELONG, DATE, ATT)
                .view("att in (\"欠席\")", "date desc")
                .rights(rowsNaming(RightEntity.Type.FIELD_ENTITY, "belong", ""))
                .build();

        assertThat(names(app)).contains("i:f.f8+,f.f7-,_id-", "i:f.f6+,f.f8+,f.f7-,_id-", "i:f.f6+,_id-");
    }

    @Test
    void plansAFieldThatTheConditionOfARightCompares() {
        AppDefinition app = app(BELONG, ATT)
                .rights(rowsNaming(RightEntity.Type.GROUP, "everyone", "belong in (PRIMARY_ORGANIZATION())"))
                .build();

        assertThat(names(app)).contains("i:f.f6+,_id-");
    }

    @Test
    void putsWhatTheConditionsOfRightsCompareBehindTheOrderOfViews() {
        AppDefinition app = app(DATE, ATT, KANA, BELONG)
                .view("att in (\"欠席\")", "date desc")
                .rights(
                        rowsNaming(RightEntity.Type.GROUP, "staff", "kana not in (\"x\") or belong in (\"n1\")"),
                        rowsNaming(RightEntity.Type.GROUP, "everyone", ""))
                .build();

        // The list of organisations stays out: of a list an entry tells only a part.
        assertThat(names(app)).contains("i:f.f7+,f.f6-,_id-,f.f8+", "i:f.f8+,_id-");
    }

    @Test
    void neverPutsTwoListsIntoOneIndex() {
        AppDefinition app = app(BELONG, LEAD, DATE)
                .view("lead in (LOGINUSER())", "date desc")
                .rights(rowsNaming(RightEntity.Type.FIELD_ENTITY, "belong", ""))
                .build();

        assertThat(names(app))
                .contains("i:f.f7+,f.f8-,_id-", "i:f.f6+,f.f8-,_id-")
                .noneMatch(name -> name.contains("f.f6") && name.contains("f.f7"));
    }

    @Test
    void leavesOutAnIndexThatALongerOneCovers() {
        AppDefinition app = app(DATE, KANA)
                .view("", "date desc")
                .view("", "date desc, kana asc")
                .build();

        assertThat(names(app)).contains("i:f.f6-,_id-", "i:f.f6-,f.f7+,_id-");
        assertThat(names(app, new Demand(new RelatedApp("7", ""), List.of(code("kana")))))
                .contains("i:f.f7+");
        assertThat(IndexSpec.plain(List.of(IndexSpec.Key.ascending("a"), IndexSpec.Key.ascending("b")))
                        .covers(IndexSpec.plain(List.of(IndexSpec.Key.ascending("a")))))
                .isTrue();
    }

    @Test
    void staysBelowWhatADatabaseTakesHoweverManyViewsThereAre() {
        String[] fields = IntStream.range(0, 60)
                .mapToObj(i -> "{'type':'SINGLE_LINE_TEXT','code':'t" + i + "','label':'t','unique':true}")
                .toArray(String[]::new);
        AppBuilder builder = app(fields);
        IntStream.range(0, 60).forEach(i -> builder.view("t" + i + " = \"x\"", "t" + (59 - i) + " asc"));

        assertThat(names(builder.build())).hasSizeLessThan(63);
    }
}
