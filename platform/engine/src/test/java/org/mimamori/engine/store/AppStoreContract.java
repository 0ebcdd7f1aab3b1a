package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.engine.store.RecordBuilder.aRecord;
import static org.mimamori.engine.store.RecordBuilder.choice;
import static org.mimamori.engine.store.RecordBuilder.code;
import static org.mimamori.engine.store.RecordBuilder.text;

import com.mongodb.client.MongoClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.Deployment;
import org.mimamori.engine.app.OptionRename;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.UniqueViolation;

/** What every store of app definitions does. */
abstract class AppStoreContract {

    private static final String NAME = "{'type':'SINGLE_LINE_TEXT','code':'name','label':'氏名'}";
    private static final String UNIQUE_NAME = "{'type':'SINGLE_LINE_TEXT','code':'name','label':'氏名','unique':true}";

    protected abstract TestStores testStores();

    private MongoStores stores() {
        return testStores().get();
    }

    private AppStore apps() {
        return stores().apps();
    }

    private AppBuilder anApp() {
        AppId id = apps().nextId();
        return AppBuilder.anApp(id, "app" + id);
    }

    private static String level(String first, String second) {
        return "{'type':'DROP_DOWN','code':'level','label':'見守りレベル','options':{'%1$s':{'label':'%1$s','index':'0'},'%2$s':{'label':'%2$s','index':'1'}}}"
                .formatted(first, second);
    }

    private List<Long> ids(AppDefinition app, Filter filter, SortKey... sort) {
        return stores().records().find(app, new ResolvedQuery(filter, List.of(sort), 500, 0), null).stream()
                .map(AppRecord::id)
                .toList();
    }

    private Set<String> indexes(AppId app) {
        try (MongoClient client = testStores().client()) {
            Set<String> names = new HashSet<>();
            client.getDatabase(testStores().database())
                    .getCollection(RecordLayout.collection(app))
                    .listIndexes()
                    .forEach((Document index) -> names.add(index.getString("name")));
            return names;
        }
    }

    @Test
    void givesBackADefinitionAsItWasKept() {
        AppDefinition app = anApp().fields(NAME).build();
        StoredApp stored = AppBuilder.stored(app);
        stored.json()
                .put("a.b", 1.5)
                .put("$c", "{")
                .putObject("名前")
                .putArray("")
                .add(true);

        apps().save(stored, app);

        assertThat(apps().find(app.id())).contains(stored);
        assertThat(apps().findByCode(app.code())).contains(stored);
        assertThat(apps().find(app.id()).orElseThrow().json().toString())
                .isEqualTo(stored.json().toString());
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(apps().find(new AppId(999_999))).isEmpty();
        assertThat(apps().findByCode("nowhere")).isEmpty();
    }

    @Test
    void tellsTheRevisionsOfAllAppsByNumber() {
        AppBuilder builder = anApp();
        AppDefinition first = builder.saveIn(stores());
        AppDefinition other = anApp().saveIn(stores());
        AppDefinition second = builder.saveIn(stores());

        assertThat(apps().revisions())
                .contains(
                        new AppStore.StoredRevision(first.id(), first.code(), second.revision()),
                        new AppStore.StoredRevision(other.id(), other.code(), 1))
                .isSortedAccordingTo(java.util.Comparator.comparing(r -> r.id().value()));
    }

    @Test
    void givesEachAppANumberOfItsOwn() {
        assertThat(apps().nextId()).isNotEqualTo(apps().nextId());
    }

    @Test
    void refusesTwoAppsOfOneCode() {
        AppDefinition app = anApp().saveIn(stores());
        AppDefinition same = AppBuilder.anApp(apps().nextId(), app.code()).build();

        assertThatThrownBy(() -> apps().save(AppBuilder.stored(same), same)).isNotNull();
        assertThat(apps().findByCode(app.code()).orElseThrow().id()).isEqualTo(app.id());
    }

    @Test
    void keepsAPreviewUntilItsAppIsDeployed() {
        AppDefinition app = anApp().fields(NAME).saveIn(stores());
        StoredPreview preview =
                new StoredPreview(AppBuilder.stored(app), List.of(new OptionRename(code("level"), Map.of("低", "ひくい"))));

        assertThat(apps().savePreview(preview, 0)).isTrue();
        assertThat(apps().preview(app.id())).contains(preview);
        assertThat(apps().previews()).contains(app.id());

        apps().save(preview.app(), app);
        assertThat(apps().preview(app.id())).isEmpty();
        assertThat(apps().previews()).doesNotContain(app.id());
    }

    @Test
    void leavesWhatWasEditedAfterTheDeployedStateWasRead() {
        AppDefinition app = anApp().fields(NAME).saveIn(stores());
        StoredPreview read = StoredPreview.of(AppBuilder.stored(app)).counting(app.revision() + 1);
        StoredPreview editedOn = read.counting(app.revision() + 2);
        apps().savePreview(editedOn, 0);

        apps().save(read.app(), app);

        assertThat(apps().preview(app.id())).contains(editedOn);
        apps().save(editedOn.app(), app);
        assertThat(apps().preview(app.id())).isEmpty();
    }

    @Test
    void keepsAPreviewOnlyOverTheRevisionItWasMadeFrom() {
        AppDefinition app = anApp().fields(NAME).build();
        StoredPreview preview = StoredPreview.of(AppBuilder.stored(app));
        apps().savePreview(preview, 0);

        assertThat(apps().savePreview(preview, 0)).isFalse();
        assertThat(apps().savePreview(preview, app.revision() + 1)).isFalse();
        assertThat(apps().savePreview(preview, app.revision())).isTrue();
        apps().dropPreview(app.id());
        assertThat(apps().savePreview(preview, app.revision())).isFalse();
    }

    @Test
    void remembersWhatAnAppWas() {
        AppBuilder builder = anApp().fields(NAME);
        AppDefinition first = builder.saveIn(stores());
        AppDefinition second = builder.fields(UNIQUE_NAME).saveIn(stores());

        assertThat(apps().history(first.id(), 0, 10).stream().map(StoredApp::revision))
                .containsExactly(second.revision(), first.revision());
        assertThat(apps().history(first.id(), 1, 10)).containsExactly(AppBuilder.stored(first));
        assertThat(apps().revision(first.id(), first.revision())).contains(AppBuilder.stored(first));
        assertThat(apps().revision(first.id(), 99)).isEmpty();
    }

    @Test
    void makesSeveralAppsLiveOrNone() {
        AppDefinition one = anApp().fields(NAME).build();
        AppDefinition other = anApp().fields(NAME).build();
        List<Deployment> both =
                List.of(new Deployment(AppBuilder.stored(one), one), new Deployment(AppBuilder.stored(other), other));

        assertThatThrownBy(() -> apps().deploy(both, () -> {
                    throw new IllegalStateException("the work of the same transaction fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(apps().find(one.id())).isEmpty();
        assertThat(apps().find(other.id())).isEmpty();
        apps().deploy(both, () -> {});
        assertThat(apps().find(other.id())).isPresent();
    }

    @Test
    void dropsIndexesThatTheDefinitionNoLongerNeeds() {
        AppBuilder builder = anApp().fields(NAME).view("", "name asc");
        AppDefinition app = builder.saveIn(stores());
        assertThat(indexes(app.id())).contains("i:f.f6+,_id-");

        builder.withoutViews().view("", "name desc").saveIn(stores());

        assertThat(indexes(app.id())).contains("i:f.f6-,_id-").doesNotContain("i:f.f6+,_id-");
    }

    private final List<AppDefinition> filled = new ArrayList<>();

    /** A record with a number that only an app with many records has. */
    private void fill(AppDefinition app) {
        filled.add(app);
        stores().records()
                .insert(
                        app,
                        List.of(aRecord(app, MongoAppStore.MANY)
                                .with("name", text("一"))
                                .build()));
    }

    @AfterEach
    void cancelWhatIsPlanned() {
        filled.forEach(app -> jobs(app).forEach(job -> stores().jobs().cancel(job.id())));
    }

    private List<Job> jobs(AppDefinition app) {
        return stores().jobs().of(app.id(), 10);
    }

    @Test
    void leavesIndexesThatAreNoRuleForLaterWhereThereAreManyRecords() {
        AppBuilder builder = anApp().fields(NAME);
        AppDefinition before = builder.saveIn(stores());
        fill(before);

        AppDefinition app = builder.fields(UNIQUE_NAME).view("", "name asc").saveIn(stores());
        Set<String> atOnce = indexes(app.id());
        assertThat(atOnce).contains("u:f.f6+").doesNotContain("i:f.f6+,_id-");
        assertThat(jobs(app))
                .singleElement()
                .satisfies(job -> assertThat(job.kind()).isEqualTo(Job.Kind.BUILD_INDEXES));

        List<Integer> made = new ArrayList<>();
        apps().buildIndexes(app, progress(made));

        assertThat(indexes(app.id())).contains("u:f.f6+", "i:f.f6+,_id-");
        assertThat(made).hasSize(indexes(app.id()).size() - atOnce.size()).isSorted();
        List<Integer> again = new ArrayList<>();
        apps().buildIndexes(app, progress(again));
        assertThat(again).isEmpty();
    }

    private static AppStore.IndexProgress progress(List<Integer> made) {
        return new AppStore.IndexProgress() {
            @Override
            public void start(int indexes) {
                // Only what is made counts here.
            }

            @Override
            public void made(int done) {
                made.add(done);
            }
        };
    }

    @Test
    void goesOnWithTheIndexesThatAreLeftAfterAnInterruption() {
        AppBuilder builder = anApp().fields(NAME);
        fill(builder.saveIn(stores()));
        AppDefinition app = builder.view("", "name asc").view("", "name desc").saveIn(stores());
        int before = indexes(app.id()).size();
        AppStore.IndexProgress dies = new AppStore.IndexProgress() {
            @Override
            public void start(int indexes) {
                assertThat(indexes).isGreaterThan(1);
            }

            @Override
            public void made(int done) {
                throw new IllegalStateException("the process ends");
            }
        };
        assertThatThrownBy(() -> apps().buildIndexes(app, dies)).isInstanceOf(IllegalStateException.class);
        assertThat(indexes(app.id())).hasSize(before + 1);

        apps().buildIndexes(app, progress(new ArrayList<>()));

        assertThat(indexes(app.id())).contains("i:f.f6+,_id-", "i:f.f6-,_id-");
    }

    @Test
    void plansNoWorkWhereNoIndexIsMissingOrFewRecordsAreThere() {
        AppBuilder builder = anApp().fields(NAME).view("", "name asc");
        AppDefinition app = builder.saveIn(stores());
        assertThat(jobs(app)).isEmpty();

        fill(app);
        builder.saveIn(stores());
        assertThat(jobs(app)).isEmpty();
    }

    @Test
    void makesAFieldUniqueWhoseValuesAre() {
        AppBuilder builder = anApp().fields(NAME);
        AppDefinition before = builder.saveIn(stores());
        stores().records()
                .insert(
                        before,
                        List.of(aRecord(before, 1).with("name", text("青葉")).build()));

        AppDefinition after = builder.fields(UNIQUE_NAME).saveIn(stores());

        assertThatThrownBy(() -> stores().records()
                        .insert(
                                after,
                                List.of(aRecord(after, 2)
                                        .with("name", text("青葉"))
                                        .build())))
                .isInstanceOf(UniqueViolation.class);
    }

    @Test
    void refusesAUniqueKeyThatRecordsAlreadyBreakAndKeepsTheOldDefinition() {
        AppBuilder builder = anApp().fields(NAME);
        AppDefinition before = builder.saveIn(stores());
        stores().records()
                .insert(
                        before,
                        List.of(
                                aRecord(before, 1).with("name", text("青葉")).build(),
                                aRecord(before, 2).with("name", text("青葉")).build()));

        AppDefinition after = builder.fields(UNIQUE_NAME).build();

        assertThatThrownBy(() -> apps().save(AppBuilder.stored(after), after))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem())
                                .isInstanceOfSatisfying(
                                        Problem.DefinitionRefused.class,
                                        refused -> assertThat(refused.problems()
                                                        .getFirst()
                                                        .args())
                                                .containsExactly("name")));
        assertThat(apps().find(before.id()).orElseThrow().revision()).isEqualTo(before.revision());
    }

    @Test
    void refusesAKeyOfSeveralFieldsThatRecordsAlreadyBreak() {
        AppBuilder builder = anApp().fields(NAME, level("低", "高"));
        AppDefinition before = builder.saveIn(stores());
        stores().records()
                .insert(
                        before,
                        List.of(
                                aRecord(before, 1)
                                        .with("name", text("青葉"))
                                        .with("level", choice("低"))
                                        .build(),
                                aRecord(before, 2)
                                        .with("name", text("青葉"))
                                        .with("level", choice("低"))
                                        .build()));

        AppDefinition after = builder.uniqueTogether("name", "level").build();

        assertThatThrownBy(() -> apps().save(AppBuilder.stored(after), after)).isInstanceOf(PlatformException.class);
    }

    @Test
    void ordersRecordsByTheOptionsAsTheyStandNow() {
        AppBuilder builder = anApp().fields(level("低", "高"));
        AppDefinition before = builder.saveIn(stores());
        stores().records()
                .insert(
                        before,
                        List.of(
                                aRecord(before, 1).with("level", choice("低")).build(),
                                aRecord(before, 2).with("level", choice("高")).build()));
        assertThat(ids(before, Filter.EVERYTHING, new SortKey(code("level"), true)))
                .containsExactly(1L, 2L);

        AppDefinition after = builder.fields(level("高", "低")).saveIn(stores());

        assertThat(ids(after, Filter.EVERYTHING, new SortKey(code("level"), true)))
                .containsExactly(2L, 1L);
        assertThat(stores().records()
                        .find(after, 1, Filter.EVERYTHING)
                        .orElseThrow()
                        .revision())
                .isEqualTo(1);
    }

    @Test
    void keepsTheValueOfAFieldThatHasGoneWhenItOnlyOrdersAnew() {
        AppBuilder builder = anApp().fields(NAME, level("低", "高"));
        AppDefinition before = builder.saveIn(stores());
        stores().records()
                .insert(
                        before,
                        List.of(aRecord(before, 1)
                                .with("name", text("青葉"))
                                .with("level", choice("低"))
                                .build()));

        builder.fields(level("高", "低")).saveIn(stores());
        AppDefinition back = builder.fields(NAME, level("高", "低")).saveIn(stores());

        assertThat(stores().records()
                        .find(back, 1, Filter.EVERYTHING)
                        .orElseThrow()
                        .value(code("name")))
                .isEqualTo(text("青葉"));
    }

    @Test
    void findsByTextWhatIsNoLongerAnOption() {
        AppBuilder builder = anApp().fields(level("ひくい", "たかい"));
        AppDefinition before = builder.saveIn(stores());
        stores().records()
                .insert(
                        before,
                        List.of(aRecord(before, 1).with("level", choice("ひくい")).build()));

        AppDefinition after = builder.fields(level("ふつう", "たかい")).saveIn(stores());

        assertThat(ids(after, new Filter.Search(List.of("ヒクイ"), List.of(code("level")))))
                .containsExactly(1L);
    }

    @Test
    void givesNoNumberAgainAfterTheCountersAreLost() {
        AppDefinition app = anApp().fields(NAME).saveIn(stores());
        stores().records().insert(app, List.of(aRecord(app, 41).build()));

        apps().prepare(app);

        assertThat(stores().records().takeNumbers(app, 1)).isEqualTo(42);
    }

    @Test
    void bringsRecordsOfAnOlderProgramUpToDate() {
        AppDefinition app = anApp().fields(NAME).saveIn(stores());
        stores().records()
                .insert(app, List.of(aRecord(app, 1).with("name", text("青葉")).build()));
        try (MongoClient client = testStores().client()) {
            var database = client.getDatabase(testStores().database());
            database.getCollection(RecordLayout.collection(app.id()))
                    .updateOne(new Document("_id", 1L), Document.parse("{$unset: {n: '', s: ''}}"));
            database.getCollection("apps")
                    .updateOne(
                            new Document("_id", app.id().value()),
                            new Document("$set", new Document("derived", new ArrayList<>(List.of("0")))));
        }
        assertThat(ids(app, new Filter.Contains(code("name"), "青葉"))).isEmpty();

        apps().prepare(app);

        assertThat(ids(app, new Filter.Contains(code("name"), "青葉"))).containsExactly(1L);
    }

    @Test
    void makesInAnotherAppTheIndexThatALookupNeedsThere() {
        AppDefinition register = anApp().fields(NAME).saveIn(stores());
        String lookup =
                "{'type':'SINGLE_LINE_TEXT','code':'child','label':'児童','lookup':{'relatedApp':{'app':'','code':'%s'},"
                                .formatted(register.code())
                        + "'relatedKeyField':'name','fieldMappings':[],'lookupPickerFields':[],'filterCond':'','sort':''}}";

        anApp().fields(lookup).saveIn(stores());
        assertThat(indexes(register.id())).contains("i:f.f6+");

        apps().prepare(register);
        assertThat(indexes(register.id())).contains("i:f.f6+");
    }

    @Test
    void leavesTheIndexThatALookupNeedsInALargeAppForLater() {
        AppDefinition register = anApp().fields(NAME).saveIn(stores());
        fill(register);
        String lookup =
                "{'type':'SINGLE_LINE_TEXT','code':'child','label':'児童','lookup':{'relatedApp':{'app':'','code':'%s'},"
                                .formatted(register.code())
                        + "'relatedKeyField':'name','fieldMappings':[],'lookupPickerFields':[],'filterCond':'','sort':''}}";

        anApp().fields(lookup).saveIn(stores());
        assertThat(indexes(register.id())).doesNotContain("i:f.f6+");
        assertThat(jobs(register)).hasSize(1);
        apps().prepare(register);
        assertThat(jobs(register)).hasSize(1);

        apps().buildIndexes(register, progress(new ArrayList<>()));
        assertThat(indexes(register.id())).contains("i:f.f6+");
    }
}
