package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.formula.NumberPrecision;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.problem.DefinitionProblem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a sound definition comes to. */
class DefinitionReaderTest {

    private final DefinitionReader reader = Definitions.reader();
    private final AppDefinition visit = compiled(Definitions.homeVisit());

    @Test
    void readsSettingsAsKintoneWritesThem() {
        assertThat(visit.settings())
                .isEqualTo(new AppSettings(
                        new AppIcon.Preset("APP7"),
                        "GREEN",
                        new FieldCode("head_name"),
                        true,
                        false,
                        true,
                        true,
                        true,
                        new NumberPrecision(20, 2, RoundingMode.UP),
                        1,
                        AdminNotes.NONE,
                        Customization.NONE,
                        List.of()));
        assertThat(compiled(Definitions.household()).settings()).isEqualTo(AppSettings.DEFAULT);
    }

    @Test
    void makesHtmlOfBuildersHarmless() {
        assertThat(visit.description().base()).isEqualTo("<p>訪問の記録</p>");
        assertThat(visit.layout().toString()).contains("<b>なぜ</b>").doesNotContain("onerror");
    }

    @Test
    void addsTheSystemFieldsADefinitionDoesNotList() {
        assertThat(visit.fields().system(SystemValue.CREATOR).code()).isEqualTo(new FieldCode("作成者"));
        for (SystemValue value : SystemValue.values()) {
            assertThat(visit.fields().system(value).label()).isNotBlank();
        }
        Field created = visit.fields().system(SystemValue.CREATED_TIME);
        assertThat(visit.labels().of(created, Locale.ENGLISH)).isEqualTo("Created datetime");
        assertThat(visit.labels().of(created, Locale.JAPAN)).isEqualTo("作成日時");
    }

    @Test
    void namesSystemFieldsInTheLanguageOfTheDefinition() {
        ObjectNode english = Definitions.household();
        english.put("language", "en");

        AppDefinition app = compiled(english);

        assertThat(app.fields().system(SystemValue.CREATOR).code()).isEqualTo(new FieldCode("Created_by"));
        assertThat(app.labels().of(app.fields().system(SystemValue.CREATOR), Locale.JAPAN))
                .isEqualTo("作成者");
    }

    @Test
    void keepsASystemFieldTheDefinitionNamesItself() {
        ObjectNode definition = Definitions.household();
        ObjectNode field = ((ObjectNode) definition.path("fields")).putObject("maker");
        field.put("type", "CREATOR").put("code", "maker").put("label", "入力した人");

        AppDefinition app = compiled(definition);

        assertThat(app.fields().system(SystemValue.CREATOR).code()).isEqualTo(new FieldCode("maker"));
        assertThat(app.field(new FieldCode("作成者"))).isEmpty();
    }

    @Test
    void appendsWhatTheLayoutDoesNotPlace() {
        List<LayoutItem> layout = visit.layout();

        assertThat(layout.get(0)).isInstanceOf(LayoutItem.CellRow.class);
        assertThat(layout.get(1))
                .isEqualTo(new LayoutItem.TableRow(
                        new FieldCode("family"),
                        List.of(
                                new LayoutItem.Cell.FieldCell(new FieldCode("member"), 180, null),
                                new LayoutItem.Cell.FieldCell(new FieldCode("years"), null, null))));
        assertThat(layout.subList(3, layout.size()))
                .extracting(Object::toString)
                .noneMatch(item -> item.contains("作成者"))
                .anyMatch(item -> item.contains("photo"))
                .anyMatch(item -> item.contains("earlier"));
    }

    @Test
    void readsGroupsAsPartsOfTheLayout() {
        assertThat(visit.groups()).containsExactly(new GroupSettings(new FieldCode("details"), "くわしい内容", false, false));
        assertThat(visit.field(new FieldCode("details"))).isEmpty();
        assertThat(visit.labels().of(visit.groups().getFirst(), Locale.ENGLISH)).isEqualTo("Details");
    }

    @Test
    void ordersViewsAsTheyStandAndTranslatesThem() {
        assertThat(visit.views())
                .extracting(view -> view.name().base(), View::index, View::type)
                .containsExactly(
                        tuple("今週の訪問", 0, View.Type.LIST),
                        tuple("カレンダー", 1, View.Type.CALENDAR),
                        tuple("地図", 2, View.Type.CUSTOM));
        assertThat(visit.views().getFirst().name().in(Locale.ENGLISH)).isEqualTo("This week");
        assertThat(visit.views().get(2).pager()).isFalse();
        assertThat(visit.views().get(2).device()).isEqualTo(View.Device.DESKTOP);
    }

    @Test
    void ordersViewsByIndexWithoutGaps() {
        ObjectNode definition = Definitions.homeVisit();
        ((ObjectNode) definition.at("/views/今週の訪問")).put("index", "30");
        ((ObjectNode) definition.at("/views/カレンダー")).put("index", "10");
        ((ObjectNode) definition.at("/views/地図")).put("index", "20");

        assertThat(compiled(definition).views())
                .extracting(view -> view.name().base(), View::index)
                .containsExactly(tuple("カレンダー", 0), tuple("地図", 1), tuple("今週の訪問", 2));
    }

    @Test
    void addsWhatIsMineToDoWhileTheProcessIsOn() {
        ObjectNode definition = Definitions.homeVisit();
        definition.putObject("process").put("enable", true).putObject("states").putObject("A");

        View mine = compiled(definition).views().getLast();

        assertThat(mine.builtin()).isEqualTo(View.Builtin.ASSIGNEE);
        assertThat(mine.id()).isEqualTo(19_999);
        assertThat(mine.index()).isEqualTo(3);
        assertThat(mine.filterCond()).isEqualTo("作業者 in (LOGINUSER())");
        assertThat(mine.fields()).isEqualTo(visit.views().getFirst().fields());
        assertThat(List.of(Locale.JAPANESE, Locale.ENGLISH, Locale.CHINESE))
                .extracting(mine.name()::in)
                .containsExactly("(作業者が自分)", "(Assigned to me)", "(执行者是我)");

        definition.withObjectProperty("process").put("enable", false);
        assertThat(compiled(definition).views()).hasSize(3);
    }

    @Test
    void takesNamePlaceAndColumnsOfWhatIsMineToDoFromTheDefinition() {
        ObjectNode definition = Definitions.homeVisit();
        ObjectNode mine = definition.withObjectProperty("views").putObject("私の仕事");
        mine.put("type", "LIST")
                .put("builtinType", "ASSIGNEE")
                .put("index", "0")
                .put("sort", "visited_on asc");
        mine.putArray("fields").add("result");

        assertThat(compiled(definition).views())
                .extracting(view -> view.name().base())
                .doesNotContain("私の仕事");
        definition.putObject("process").put("enable", true).putObject("states").putObject("A");
        ((ObjectNode) definition.at("/views/今週の訪問")).put("index", "1");
        ((ObjectNode) definition.at("/views/カレンダー")).put("index", "2");
        ((ObjectNode) definition.at("/views/地図")).put("index", "3");

        View first = compiled(definition).views().getFirst();
        assertThat(first.name().base()).isEqualTo("私の仕事");
        assertThat(first.fields()).containsExactly(new FieldCode("result"));
        assertThat(first.sort()).isEqualTo("visited_on asc");
        assertThat(first.filterCond()).isEqualTo("作業者 in (LOGINUSER())");
        assertThat(compiled(definition).views()).hasSize(4);
    }

    @Test
    void readsWhomToTellOfWhat() {
        Notifications told = visit.notifications();

        assertThat(told.general().notifyToCommenter()).isTrue();
        assertThat(told.general().rows())
                .containsExactly(
                        new Notifications.Row(
                                target(RightEntity.Type.FIELD_ENTITY, "visitor", false),
                                Set.of(Notifications.Event.COMMENT_ADDED)),
                        new Notifications.Row(
                                target(RightEntity.Type.ORGANIZATION, "city", true),
                                Set.of(Notifications.Event.RECORD_ADDED, Notifications.Event.RECORD_EDITED)));
        Notifications.PerRecord missed = told.perRecord().getFirst();
        assertThat(missed.filterCond()).isEqualTo("result in (\"会えなかった\")");
        assertThat(missed.title().in(Locale.ENGLISH)).isEqualTo("Not met three times in a row");
        assertThat(missed.targets())
                .containsExactly(
                        target(RightEntity.Type.FIELD_ENTITY, "ward", true),
                        target(RightEntity.Type.USER, "tanaka", false));
        assertThat(told.reminders())
                .extracting(Notifications.Reminder::timing)
                .containsExactly(
                        new Notifications.Timing(new FieldCode("visited_on"), -1, 0, LocalTime.of(17, 30)),
                        new Notifications.Timing(new FieldCode("更新日時"), 30, -2, null));
        assertThat(told.timezone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(told.title("明日は訪問です").in(Locale.ENGLISH)).isEqualTo("明日は訪問です");
    }

    private static Notifications.Target target(RightEntity.Type type, String code, boolean includeSubs) {
        return new Notifications.Target(new RightEntity(type, code), includeSubs);
    }

    @Test
    void tellsNobodyWhoIsNotNamed() {
        assertThat(compiled(Definitions.household()).notifications()).isEqualTo(Notifications.NONE);
        assertThat(compiled(Definitions.household()).webhooks()).isEmpty();
    }

    @Test
    void readsWebhooks() {
        assertThat(visit.webhooks())
                .containsExactly(new Webhook(
                        "board",
                        "https://board.example.jp/hook?from=visits",
                        Set.of(Webhook.Event.ADD_RECORD, Webhook.Event.UPDATE_STATUS),
                        "yamada",
                        false));
    }

    @Test
    void addsTheRightsThatOthersImply() {
        assertThat(visit.rights().app())
                .extracting(right -> right.entity().type(), right -> right.rights())
                .containsExactly(
                        tuple(
                                RightEntity.Type.GROUP,
                                Set.of(Right.MANAGE, Right.DELETE, Right.VIEW, Right.IMPORT, Right.ADD)),
                        tuple(RightEntity.Type.CREATOR, Set.of(Right.VIEW)),
                        tuple(RightEntity.Type.ORGANIZATION, Set.of(Right.ADD, Right.EXPORT, Right.VIEW)));
        assertThat(visit.rights().app().get(2).includeSubs()).isTrue();
        assertThat(visit.rights().records().getFirst().entities().getFirst().viewable())
                .isTrue();
    }

    @Test
    void readsWhatKintoneLacks() {
        Additions additions = visit.additions();

        assertThat(additions.rules())
                .extracting(Rule::name)
                .containsExactly("why_not_met", "not_to_come", "kana", "settled");
        assertThat(additions.rules().get(1).message().in(Locale.ENGLISH)).isEqualTo("That day is still to come");
        assertThat(additions.uniqueTogether().getFirst().message().in(Locale.ENGLISH))
                .isEqualTo("Twice on one day");
        assertThat(additions.numbering())
                .containsExactly(new Numbering(new FieldCode("visit_no"), "V-{FY}{MM}-{0000}"));
        Rollup rollup = additions.rollups().getFirst();
        assertThat(rollup.function()).isEqualTo(Rollup.Function.STREAK);
        assertThat(rollup.upTo()).isEqualTo(new FieldCode("visited_on"));
        assertThat(rollup.shape()).isEqualTo(Shape.DECIMAL);
    }

    @Test
    void translatesFieldsAndOptionsAndFallsBackToTheDefinition() {
        Field result = visit.field(new FieldCode("result")).orElseThrow();

        assertThat(visit.labels().of(result, Locale.ENGLISH)).isEqualTo("Result");
        assertThat(visit.labels().of(result, Locale.JAPAN)).isEqualTo("結果");
        assertThat(visit.labels().ofOption(result.code(), "会えた", Locale.ENGLISH))
                .isEqualTo("Met");
        assertThat(visit.labels().ofOption(result.code(), "会えなかった", Locale.ENGLISH))
                .isEqualTo("会えなかった");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        ObjectNode definition = Definitions.homeVisit();
        ((ObjectNode) definition.at("/views/今週の訪問")).put("sort", "why asc");
        ((ObjectNode) definition.at("/rules/0")).put("when", "result in (\"留守\")");
        ((ArrayNode) definition.at("/permissions/app/rights")).remove(0);
        ((ObjectNode) definition.at("/numbering/visit_no")).put("format", "V-{FY}");

        assertThat(reader.check(Definitions.source(definition)))
                .extracting(DefinitionProblem::pointer)
                .containsExactlyInAnyOrder(
                        "/views/今週の訪問/sort", "/rules/0/when", "/permissions/app/rights", "/numbering/visit_no/format");
    }

    @Test
    void saysOfEveryFormulaWhatIsWrongWithIt() {
        ObjectNode definition = Definitions.homeVisit();
        ((ObjectNode) definition.at("/fields/missed")).put("expression", "SUM(missed_run");
        ObjectNode fields = (ObjectNode) definition.path("fields");
        fields.putObject("doubled")
                .put("type", "CALC")
                .put("code", "doubled")
                .put("label", "二倍")
                .put("expression", "nobody * 2");

        assertThat(reader.check(Definitions.source(definition)))
                .extracting(problem -> problem.pointer() + " " + problem.key())
                .containsExactlyInAnyOrder(
                        "/fields/missed/expression formula.syntax.commaOrCloseParenthesis",
                        "/fields/doubled/expression formula.unknownField");
    }

    @Test
    void escapesNamesInPointers() {
        ObjectNode definition = Definitions.homeVisit();
        ObjectNode view = ((ObjectNode) definition.path("views")).putObject("今日/昨日~");
        view.put("type", "LIST").putArray("fields").add("nights");

        assertThat(reader.check(Definitions.source(definition)))
                .extracting(DefinitionProblem::pointer)
                .containsExactly("/views/今日~1昨日~0/fields/0");
    }

    @Test
    void blamesNoConditionForAFieldThatCouldNotBeRead() {
        ObjectNode definition = Definitions.homeVisit();
        ((ObjectNode) definition.at("/fields/result")).put("defaultValue", "留守");

        assertThat(reader.check(Definitions.source(definition)))
                .extracting(DefinitionProblem::key)
                .containsExactly("option.unknown");
    }

    @Test
    void doesNotAskWhetherPeopleExist() {
        ObjectNode definition = Definitions.homeVisit();
        ((ObjectNode) definition.at("/views/今週の訪問"))
                .put("filterCond", "visitor in (\"somebody\", LOGINUSER()) and ward in (\"elsewhere\")");

        assertThat(reader.check(Definitions.source(definition))).isEmpty();
    }

    private AppDefinition compiled(ObjectNode json) {
        Map<FieldCode, String> fields = new HashMap<>();
        Map<String, Long> views = new HashMap<>();
        json.path("views").propertyNames().forEach(name -> views.put(name, views.size() + 1L));
        Instant now = Definitions.CLOCK.instant();
        Stamp stamp = new Stamp(EntityRef.user("yamada"), now, EntityRef.user("yamada"), now);
        return reader.compile(new StoredApp(
                new AppId(1), json.path("code").asString(), json, fields, views, List.of(), 1, "", stamp));
    }
}
