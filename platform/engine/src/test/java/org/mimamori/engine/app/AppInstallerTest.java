package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Installing and replacing definitions. */
class AppInstallerTest {

    private static final EntityRef YAMADA = EntityRef.user("yamada");
    private static final EntityRef SATO = EntityRef.user("sato");

    private final InMemoryAppStore store = new InMemoryAppStore();
    private final DefinitionReader reader = Definitions.reader();
    private final CompiledApps apps = new CompiledApps(store, reader, Definitions.CLOCK);
    private final AppInstaller installer = new AppInstaller(reader, store, apps, Definitions.CLOCK);

    @Test
    void givesANewAppItsNumbers() {
        AppDefinition app = install(Definitions.household());

        assertThat(app.id()).isEqualTo(new AppId(1));
        assertThat(app.revision()).isEqualTo(1);
        assertThat(app.stamp().creator()).isEqualTo(YAMADA);
        assertThat(app.fieldIds().values()).containsExactlyInAnyOrder("f1", "f2", "f3", "f4");
        assertThat(apps.findByCode("household")).contains(app);
    }

    @Test
    void givesNumbersToColumnsOfTablesButNotToWhatStoresNothing() {
        install(Definitions.household());
        AppDefinition app = install(Definitions.homeVisit());

        assertThat(app.fieldIds()).containsKeys(new FieldCode("family"), new FieldCode("member"));
        assertThat(app.fieldIds()).doesNotContainKeys(new FieldCode("earlier"), new FieldCode("作成者"));
        assertThat(app.views()).extracting(View::id).containsExactly(20001L, 20002L, 20003L);
    }

    @Test
    void leavesAnAppAloneWhoseDefinitionHasNotChanged() {
        AppDefinition first = install(Definitions.household());

        AppDefinition second = install(Definitions.household());

        assertThat(second.revision()).isEqualTo(first.revision());
        assertThat(second.stamp()).isEqualTo(first.stamp());
    }

    @Test
    void keepsNumbersWhenADefinitionChanges() {
        AppDefinition first = install(Definitions.household());
        ObjectNode changed = Definitions.household();
        text(changed, "phone");

        AppDefinition second = installer.install(Definitions.source(changed), SATO);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.fieldIds()).containsAllEntriesOf(first.fieldIds());
        assertThat(second.fieldId(new FieldCode("phone"))).isEqualTo("f5");
        assertThat(second.stamp().creator()).isEqualTo(YAMADA);
        assertThat(second.stamp().modifier()).isEqualTo(SATO);
        assertThat(apps.findByCode("household")).contains(second);
    }

    @Test
    void neverReusesTheIdOfAFieldThatIsGone() {
        String old = install(with("phone")).fieldId(new FieldCode("phone"));
        install(Definitions.household());

        AppDefinition other = install(with("mail"));
        AppDefinition back = install(with("phone"));

        assertThat(other.fieldId(new FieldCode("mail"))).isNotEqualTo(old);
        assertThat(back.fieldId(new FieldCode("phone")))
                .isNotEqualTo(old)
                .isNotEqualTo(other.fieldId(new FieldCode("mail")));
    }

    @Test
    void countsFieldsInBase36() {
        ObjectNode wide = Definitions.household();
        for (int i = 0; i < 40; i++) {
            text(wide, "note_" + i);
        }

        assertThat(install(wide).fieldIds().values())
                .contains("fz", "f10", "f18")
                .doesNotHaveDuplicates();
    }

    @Test
    void givesAViewThatComesBackItsOldNumber() {
        install(Definitions.household());
        long calendar = install(Definitions.homeVisit()).views().get(1).id();
        ObjectNode without = Definitions.homeVisit();
        ((ObjectNode) without.path("views")).remove("カレンダー");
        ((ObjectNode) without.path("views")).set("夜の訪問", without.at("/views/今週の訪問"));
        install(without);

        AppDefinition back = install(Definitions.homeVisit());

        assertThat(back.views().get(1).id()).isEqualTo(calendar);
    }

    @Test
    void refusesToChangeTheTypeOfALiveField() {
        install(Definitions.household());
        ObjectNode changed = Definitions.household();
        ((ObjectNode) changed.at("/fields/members")).put("type", "SINGLE_LINE_TEXT");

        assertThat(refused(changed))
                .containsExactly(DefinitionProblem.of(
                        "household/app.json",
                        "/fields/members/type",
                        "field.typeChanged",
                        "members",
                        "NUMBER",
                        "SINGLE_LINE_TEXT"));
        assertThat(apps.findByCode("household").orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void refusesALookupIntoAnAppThereIsNot() {
        assertThat(refused(Definitions.homeVisit()))
                .extracting(DefinitionProblem::pointer, DefinitionProblem::key)
                .containsExactly(tuple("/fields/household/lookup/relatedApp", "relation.unknownApp"));
        assertThat(store.revisions()).isEmpty();
    }

    @Test
    void installsAppsThatMentionEachOtherWhateverTheirOrder() {
        ObjectNode household = Definitions.household();
        visitsOf(household, "home_visit");

        AppInstaller.Installed installed = installer.installAll(
                List.of(Definitions.source(Definitions.homeVisit()), Definitions.source(household)), YAMADA);

        assertThat(installed.problems()).isEmpty();
        assertThat(installed.live()).extracting(AppDefinition::code).containsExactly("home_visit", "household");
    }

    @Test
    void saysWhichAppsItMissesThatAreOnlyShownOrCounted() {
        ObjectNode household = Definitions.household();
        visitsOf(household, "home_visit");

        AppInstaller.Installed installed = installer.installAll(List.of(Definitions.source(household)), YAMADA);

        assertThat(installed.problems()).isEmpty();
        assertThat(installed.live()).hasSize(1);
        assertThat(installed.gaps())
                .containsExactly(DefinitionProblem.of(
                        "household/app.json", "/rollups/visits/relatedApp", "relation.absentApp", "home_visit"));
    }

    @Test
    void checksAppsNamedByNumber() {
        install(Definitions.household());
        ObjectNode visit = Definitions.homeVisit();
        ((ObjectNode) visit.at("/fields/household/lookup"))
                .putObject("relatedApp")
                .put("app", "1");
        install(visit);
        ObjectNode changed = Definitions.household();
        ((ObjectNode) changed.path("fields")).remove("head");

        assertThat(refused(changed)).extracting(DefinitionProblem::key).contains("relation.breaksOther");
    }

    @Test
    void leavesOutABrokenOneAndWhatLooksIntoIt() {
        ObjectNode broken = Definitions.household();
        broken.put("name", "");
        ObjectNode alone = Definitions.household();
        alone.put("code", "shelter");

        AppInstaller.Installed installed = installer.installAll(
                List.of(
                        Definitions.source(broken),
                        Definitions.source(Definitions.homeVisit()),
                        Definitions.source(alone)),
                YAMADA);

        assertThat(installed.live()).extracting(AppDefinition::code).containsExactly("shelter");
        assertThat(installed.problems())
                .extracting(DefinitionProblem::file, DefinitionProblem::key)
                .containsExactly(
                        tuple("household/app.json", "schema.minLength"),
                        tuple("home_visit/app.json", "relation.unknownApp"));
    }

    @Test
    void refusesASecondFileOfTheSameCode() {
        DefinitionSource first = Definitions.source(Definitions.household());
        DefinitionSource second = DefinitionSource.of("copy/app.json", Definitions.household());

        AppInstaller.Installed installed = installer.installAll(List.of(first, second), YAMADA);

        assertThat(installed.live()).hasSize(1);
        assertThat(installed.problems())
                .containsExactly(DefinitionProblem.of(
                        "copy/app.json", "/code", "app.codeTwice", "household", "household/app.json"));
    }

    @Test
    void refusesAChangeThatBreaksAnotherAppsLookup() {
        install(Definitions.household());
        install(Definitions.homeVisit());
        ObjectNode changed = Definitions.household();
        ((ObjectNode) changed.path("fields")).remove("head");

        assertThat(refused(changed))
                .extracting(
                        DefinitionProblem::file,
                        DefinitionProblem::key,
                        problem -> problem.args().getFirst())
                .contains(tuple("household/app.json", "relation.breaksOther", "home_visit"));
    }

    private AppDefinition install(ObjectNode json) {
        return installer.install(Definitions.source(json), YAMADA);
    }

    private List<DefinitionProblem> refused(ObjectNode json) {
        List<List<DefinitionProblem>> problems = new ArrayList<>();
        assertThatThrownBy(() -> install(json)).isInstanceOfSatisfying(PlatformException.class, refused -> {
            if (refused.problem() instanceof Problem.DefinitionRefused(List<DefinitionProblem> found)) {
                problems.add(found);
            }
        });
        return problems.getFirst();
    }

    /** Lets households count the records of another app. */
    private static void visitsOf(ObjectNode household, String app) {
        ObjectNode rollup = household.putObject("rollups").putObject("visits").put("function", "COUNT");
        rollup.putObject("relatedApp").put("code", app);
        rollup.putObject("condition").put("field", "household_no").put("relatedField", "household");
    }

    private static ObjectNode with(String code) {
        ObjectNode json = Definitions.household();
        text(json, code);
        return json;
    }

    private static void text(ObjectNode json, String code) {
        ObjectNode field = ((ObjectNode) json.path("fields")).putObject(code);
        field.put("type", "SINGLE_LINE_TEXT").put("code", code).put("label", code);
    }

    private static ObjectNode hooked(String reader, String url) {
        ObjectNode json = Definitions.household();
        ObjectNode webhook = json.putArray("webhooks").addObject();
        webhook.put("name", "board").put("url", url).put("reader", reader);
        webhook.putArray("events").add("ADD_RECORD");
        return json;
    }

    @Test
    void letsNobodyLendAWebhookTheRightsOfAnother() {
        String url = "https://board.example.jp/";
        assertThatThrownBy(() -> installer.install(Definitions.source(hooked("yamada", url)), SATO))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.problem())
                                .isEqualTo(new Problem.DefinitionRefused(List.of(DefinitionProblem.of(
                                        "household/app.json",
                                        "/webhooks/0/reader",
                                        "webhook.foreignReader",
                                        "yamada")))));

        installer.install(Definitions.source(hooked("sato", url)), SATO);
        // It is live: others may keep it, but not have it send elsewhere.
        installer.install(Definitions.source(hooked("sato", url).put("description", "新しい")), YAMADA);
        ObjectNode elsewhere = hooked("sato", "https://elsewhere.example.jp/");
        assertThatThrownBy(() -> installer.install(Definitions.source(elsewhere), YAMADA))
                .isInstanceOf(PlatformException.class);
        ObjectNode more = hooked("sato", url);
        ((ArrayNode) more.at("/webhooks/0/events")).add("DELETE_RECORD");
        assertThatThrownBy(() -> installer.install(Definitions.source(more), YAMADA))
                .isInstanceOf(PlatformException.class);
    }

    @Test
    void takesTheOperatorsWordForAReader() {
        AppInstaller.Installed installed =
                installer.installAll(List.of(Definitions.source(hooked("yamada", "https://board.example.jp/"))), SATO);

        assertThat(installed.problems()).isEmpty();
    }
}
