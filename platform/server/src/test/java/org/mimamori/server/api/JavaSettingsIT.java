package org.mimamori.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kintone.client.AppClient;
import com.kintone.client.KintoneClient;
import com.kintone.client.KintoneClientBuilder;
import com.kintone.client.api.app.UpdateAppCustomizeRequest;
import com.kintone.client.api.app.UpdateAppSettingsRequest;
import com.kintone.client.api.app.UpdateGeneralNotificationsRequest;
import com.kintone.client.api.app.UpdatePerRecordNotificationsRequest;
import com.kintone.client.api.app.UpdateProcessManagementRequest;
import com.kintone.client.api.app.UpdateReminderNotificationsRequest;
import com.kintone.client.api.common.BulkRequestsRequest;
import com.kintone.client.api.common.BulkRequestsResponseBody;
import com.kintone.client.api.record.AddRecordRequest;
import com.kintone.client.api.record.AddRecordResponseBody;
import com.kintone.client.api.record.DeleteRecordsRequest;
import com.kintone.client.api.record.DeleteRecordsResponseBody;
import com.kintone.client.api.space.AddSpaceFromTemplateRequest;
import com.kintone.client.exception.KintoneApiRuntimeException;
import com.kintone.client.model.Entity;
import com.kintone.client.model.EntityType;
import com.kintone.client.model.FileBody;
import com.kintone.client.model.Order;
import com.kintone.client.model.app.AppAction;
import com.kintone.client.model.app.AppActionMapping;
import com.kintone.client.model.app.AppActionSourceType;
import com.kintone.client.model.app.AppPresetIcon;
import com.kintone.client.model.app.AppRightEntity;
import com.kintone.client.model.app.CustomizeBody;
import com.kintone.client.model.app.CustomizeFileResource;
import com.kintone.client.model.app.CustomizeScope;
import com.kintone.client.model.app.CustomizeUrlResource;
import com.kintone.client.model.app.DeployStatus;
import com.kintone.client.model.app.FieldAccessibility;
import com.kintone.client.model.app.FieldRight;
import com.kintone.client.model.app.FieldRightEntity;
import com.kintone.client.model.app.GeneralNotification;
import com.kintone.client.model.app.NotificationTarget;
import com.kintone.client.model.app.PerRecordNotification;
import com.kintone.client.model.app.ProcessAction;
import com.kintone.client.model.app.ProcessAssignee;
import com.kintone.client.model.app.ProcessAssigneeType;
import com.kintone.client.model.app.ProcessEntity;
import com.kintone.client.model.app.ProcessState;
import com.kintone.client.model.app.RecordRight;
import com.kintone.client.model.app.RecordRightEntity;
import com.kintone.client.model.app.ReminderNotification;
import com.kintone.client.model.app.ReminderTiming;
import com.kintone.client.model.app.View;
import com.kintone.client.model.app.ViewType;
import com.kintone.client.model.app.field.DropDownFieldProperty;
import com.kintone.client.model.app.field.FieldProperty;
import com.kintone.client.model.app.field.NumberFieldProperty;
import com.kintone.client.model.app.field.Option;
import com.kintone.client.model.app.field.RelatedApp;
import com.kintone.client.model.app.field.SingleLineTextFieldProperty;
import com.kintone.client.model.app.field.SubtableFieldProperty;
import com.kintone.client.model.app.layout.FieldLayout;
import com.kintone.client.model.app.layout.FieldSize;
import com.kintone.client.model.app.layout.Layout;
import com.kintone.client.model.app.layout.RowLayout;
import com.kintone.client.model.app.report.AggregationFunction;
import com.kintone.client.model.app.report.AggregationGroup;
import com.kintone.client.model.app.report.AggregationSetting;
import com.kintone.client.model.app.report.AggregationSort;
import com.kintone.client.model.app.report.AggregationSortTarget;
import com.kintone.client.model.app.report.ChartMode;
import com.kintone.client.model.app.report.ChartType;
import com.kintone.client.model.app.report.EveryWeekPeriod;
import com.kintone.client.model.app.report.PeriodicReport;
import com.kintone.client.model.app.report.Report;
import com.kintone.client.model.record.FieldType;
import com.kintone.client.model.record.Record;
import com.kintone.client.model.record.SingleLineTextFieldValue;
import com.kintone.client.model.space.GuestUser;
import com.kintone.client.model.space.SpaceMember;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kintone's Java client 1.3.0, unmodified, makes an app and its settings: what it writes it reads again, and it refuses
 * any JSON property it does not know.
 */
class JavaSettingsIT extends ConformanceServer {

    private static final Entity ME = new Entity(EntityType.USER, LOGIN);

    private KintoneClient client;
    private long app;

    @BeforeEach
    void makeAnApp() {
        client = KintoneClientBuilder.create(baseUrl())
                .authByPassword(LOGIN, PASSWORD)
                .build();
        app = client.app().addApp("Java");
        client.app().addFormFields(app, fields());
        deploy();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void changesAndDeletesFields() {
        SingleLineTextFieldProperty renamed =
                new SingleLineTextFieldProperty().setCode("Title").setLabel("Title");
        client.app().updateFormFields(app, Map.of("Name", renamed));
        client.app().deleteFormFields(app, List.of("Count"));

        Map<String, FieldProperty> edited = client.app().getFormFieldsPreview(app);
        assertThat(edited).containsKeys("Title", "Kind", "Rows").doesNotContainKeys("Name", "Count");
        assertThat(((DropDownFieldProperty) edited.get("Kind")).getOptions()).containsOnlyKeys("A", "B");
        assertThat(client.app().getFormFields(app)).containsKeys("Name", "Count");
        client.app().revertApp(app);
        assertThat(client.app().getFormFieldsPreview(app)).containsKeys("Name", "Count");
    }

    @Test
    void arrangesTheFormAndNamesViews() {
        FieldLayout name = new FieldLayout()
                .setType(FieldType.SINGLE_LINE_TEXT)
                .setCode("Name")
                .setSize(new FieldSize().setWidth(300));
        List<Layout> layout = List.of(new RowLayout().setFields(List.of(name)));
        client.app().updateFormLayout(app, layout);
        assertThat(client.app().getFormLayoutPreview(app)).startsWith(layout.getFirst());

        View view = new View()
                .setIndex(0L)
                .setType(ViewType.LIST)
                .setName("All")
                .setFields(List.of("Name", "Count"))
                .setFilterCond("Count > 1")
                .setSort("Count desc");
        long id = client.app().updateViews(app, Map.of("All", view)).get("All").getId();
        deploy();
        assertThat(client.app().getViews(app)).isEqualTo(Map.of("All", view.setId(id)));
        assertThat(client.app().getFormLayout(app)).startsWith(layout.getFirst());
    }

    @Test
    void changesTheGeneralSettings() {
        client.app()
                .updateAppSettings(new UpdateAppSettingsRequest()
                        .setApp(app)
                        .setName("Renamed")
                        .setDescription("<b>told</b>")
                        .setTheme("RED")
                        .setIcon(new AppPresetIcon().setKey("APP39")));

        assertThat(client.app().getAppSettingsPreview(app).getName()).isEqualTo("Renamed");
        deploy();
        assertThat(client.app().getAppSettings(app).getTheme()).isEqualTo("RED");
        assertThat(client.app().getAppSettings(app).getIcon()).isEqualTo(new AppPresetIcon().setKey("APP39"));
        assertThat(client.app().getApp(app).getName()).isEqualTo("Renamed");
    }

    @Test
    void setsUpAProcess() {
        ProcessAssignee me = new ProcessAssignee()
                .setType(ProcessAssigneeType.ONE)
                .setEntities(List.of(new ProcessEntity().setEntity(ME).setIncludeSubs(false)));
        ProcessAction check = new ProcessAction()
                .setName("Check")
                .setFrom("New")
                .setTo("Checked")
                .setFilterCond("Name != \"\"");
        client.app()
                .updateProcessManagement(new UpdateProcessManagementRequest()
                        .setApp(app)
                        .setEnable(true)
                        .setStates(Map.of(
                                "New", new ProcessState().setName("New").setIndex("0"),
                                "Checked",
                                        new ProcessState()
                                                .setName("Checked")
                                                .setIndex("1")
                                                .setAssignee(me)))
                        .setActions(List.of(check)));

        assertThat(client.app().getProcessManagementPreview(app).getActions()).containsExactly(check);
        deploy();
        assertThat(client.app()
                        .getProcessManagement(app)
                        .getStates()
                        .get("Checked")
                        .getAssignee())
                .isEqualTo(me);
    }

    @Test
    void givesRights() {
        AppRightEntity all = new AppRightEntity()
                .setEntity(ME)
                .setIncludeSubs(false)
                .setAppEditable(true)
                .setRecordViewable(true)
                .setRecordAddable(true)
                .setRecordEditable(true)
                .setRecordDeletable(true)
                .setRecordImportable(true)
                .setRecordExportable(true);
        RecordRight closed = new RecordRight()
                .setFilterCond("Name = \"closed\"")
                .setEntities(List.of(new RecordRightEntity()
                        .setEntity(ME)
                        .setViewable(true)
                        .setEditable(false)
                        .setDeletable(false)
                        .setIncludeSubs(false)));
        FieldRight count = new FieldRight()
                .setCode("Count")
                .setEntities(List.of(new FieldRightEntity()
                        .setEntity(ME)
                        .setAccessibility(FieldAccessibility.READ)
                        .setIncludeSubs(false)));
        client.app().updateAppAcl(app, List.of(all));
        client.app().updateRecordAcl(app, List.of(closed));
        client.app().updateFieldAcl(app, List.of(count));

        assertThat(client.app().getAppAclPreview(app)).contains(all);
        assertThat(client.app().getRecordAclPreview(app)).containsExactly(closed);
        assertThat(client.app().getFieldAclPreview(app)).containsExactly(count);
        deploy();
        assertThat(client.app().getAppAcl(app)).contains(all);
        assertThat(client.app().getRecordAcl(app)).containsExactly(closed);
        assertThat(client.app().getFieldAcl(app)).containsExactly(count);
    }

    @Test
    void saysWhomAnAppTells() {
        NotificationTarget target = new NotificationTarget().setEntity(ME).setIncludeSubs(false);
        GeneralNotification general = new GeneralNotification()
                .setEntity(ME)
                .setIncludeSubs(false)
                .setRecordAdded(true)
                .setRecordEdited(false)
                .setCommentAdded(true)
                .setStatusChanged(false)
                .setFileImported(false);
        PerRecordNotification urgent = new PerRecordNotification()
                .setFilterCond("Name = \"urgent\"")
                .setTitle("Urgent")
                .setTargets(List.of(target));
        ReminderNotification soon = new ReminderNotification()
                .setTiming(new ReminderTiming()
                        .setCode("Updated_datetime")
                        .setDaysLater(1)
                        .setTime("09:00"))
                .setFilterCond("")
                .setTitle("Soon")
                .setTargets(List.of(target));
        AppClient apps = client.app();
        apps.updateGeneralNotifications(new UpdateGeneralNotificationsRequest()
                .setApp(app)
                .setNotifications(List.of(general))
                .setNotifyToCommenter(false));
        apps.updatePerRecordNotifications(
                new UpdatePerRecordNotificationsRequest().setApp(app).setNotifications(List.of(urgent)));
        apps.updateReminderNotifications(
                new UpdateReminderNotificationsRequest().setApp(app).setNotifications(List.of(soon)));
        assertThat(apps.getGeneralNotificationsPreview(app).getNotifications()).containsExactly(general);
        assertThat(apps.getPerRecordNotificationsPreview(app).getNotifications())
                .containsExactly(urgent);
        assertThat(apps.getReminderNotificationsPreview(app).getNotifications()).containsExactly(soon);
        deploy();
        assertThat(apps.getGeneralNotifications(app).getNotifications()).containsExactly(general);
        assertThat(apps.getPerRecordNotifications(app).getNotifications()).containsExactly(urgent);
        assertThat(apps.getReminderNotifications(app).getNotifications()).containsExactly(soon);
    }

    @Test
    void keepsScripts(@TempDir Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve("own.js"), "console.log(1);");
        FileBody uploaded = new FileBody().setFileKey(client.file().uploadFile(script, "text/javascript"));
        CustomizeBody desktop = new CustomizeBody()
                .setJs(List.of(
                        new CustomizeUrlResource().setUrl("https://example.org/a.js"),
                        new CustomizeFileResource().setFile(uploaded)))
                .setCss(List.of());
        client.app()
                .updateAppCustomize(new UpdateAppCustomizeRequest()
                        .setApp(app)
                        .setScope(CustomizeScope.ALL)
                        .setDesktop(desktop));
        deploy();

        CustomizeBody read = client.app().getAppCustomize(app).getDesktop();
        assertThat(read.getJs().getFirst()).isEqualTo(desktop.getJs().getFirst());
        FileBody file = ((CustomizeFileResource) read.getJs().get(1)).getFile();
        assertThat(file.getName()).isEqualTo("own.js");
        try (InputStream downloaded = client.file().downloadFile(file.getFileKey())) {
            assertThat(new String(downloaded.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("console.log(1);");
        }
        assertThat(client.app().getAppCustomizePreview(app).getScope()).isEqualTo(CustomizeScope.ALL);
    }

    @Test
    void keepsGraphs() {
        Report report = new Report()
                .setName("By kind")
                .setIndex(0L)
                .setChartType(ChartType.COLUMN)
                .setChartMode(ChartMode.STACKED)
                .setGroups(List.of(new AggregationGroup().setCode("Kind"), new AggregationGroup().setCode("Name")))
                .setAggregations(List.of(new AggregationSetting()
                        .setType(AggregationFunction.SUM)
                        .setCode("Count")))
                .setFilterCond("Count > 0")
                .setSorts(List.of(
                        new AggregationSort().setBy(AggregationSortTarget.TOTAL).setOrder(Order.DESC)))
                .setPeriodicReport(new PeriodicReport()
                        .setActive(true)
                        .setPeriod(new EveryWeekPeriod()
                                .setDayOfWeek(DayOfWeek.MONDAY)
                                .setTime(LocalTime.of(9, 0))));

        long id = client.app()
                .updateReports(app, Map.of("By kind", report))
                .get("By kind")
                .getId();

        assertThat(client.app().getReportsPreview(app)).isEqualTo(Map.of("By kind", report.setId(id)));
        deploy();
        assertThat(client.app().getReports(app)).isEqualTo(Map.of("By kind", report));
    }

    @Test
    void keepsActions() {
        AppAction action = new AppAction()
                .setName("Hand on")
                .setIndex(0L)
                .setDestApp(new RelatedApp().setApp(app()).setCode("conformance"))
                .setMappings(List.of(
                        new AppActionMapping()
                                .setSrcType(AppActionSourceType.FIELD)
                                .setSrcField("Name")
                                .setDestField("Text"),
                        new AppActionMapping()
                                .setSrcType(AppActionSourceType.RECORD_URL)
                                .setDestField("Link")))
                .setEntities(List.of(new Entity(EntityType.GROUP, "everyone")));

        long id = client.app()
                .updateAppActions(app, Map.of("Hand on", action))
                .get("Hand on")
                .getId();

        assertThat(client.app().getAppActionsPreview(app)).isEqualTo(Map.of("Hand on", action.setId(id)));
        deploy();
        assertThat(client.app().getAppActions(app)).isEqualTo(Map.of("Hand on", action));
    }

    @Test
    void sendsDifferentCallsAtOnceAllOrNothing() {
        Record record = new Record().putField("Name", new SingleLineTextFieldValue("bulk"));
        long gone = client.record().addRecord(app, record);
        BulkRequestsRequest requests = new BulkRequestsRequest();
        requests.registerAddRecord(new AddRecordRequest().setApp(app).setRecord(record));
        requests.registerDeleteRecords(new DeleteRecordsRequest().setApp(app).setIds(List.of(gone)));

        BulkRequestsResponseBody done = client.bulkRequests(requests);

        assertThat(done.getResults().get(0)).isInstanceOf(AddRecordResponseBody.class);
        assertThat(done.getResults().get(1)).isInstanceOf(DeleteRecordsResponseBody.class);
        assertThatThrownBy(() -> client.bulkRequests(requests))
                .isInstanceOfSatisfying(
                        KintoneApiRuntimeException.class,
                        e -> assertThat(e.getContent()).contains("GAIA_RE01"));
        assertThat(client.record().countRecords(app)).isEqualTo(1);
    }

    @Test
    void invitesAGuest() throws IOException {
        SpaceMember me = new SpaceMember().setEntity(ME).setIsAdmin(true);
        long space = client.space()
                .addSpaceFromTemplate(new AddSpaceFromTemplateRequest()
                        .setId(1L)
                        .setName("Guests")
                        .setIsGuest(true)
                        .setMembers(List.of(me)))
                .getId();
        client.space()
                .addGuests(List.of(new GuestUser()
                        .setName("NPO")
                        .setCode("java@example.org")
                        .setPassword("a long password")
                        .setTimezone(TimeZone.getTimeZone("Asia/Tokyo"))));
        try (KintoneClient inside = KintoneClientBuilder.create(baseUrl())
                .authByPassword(LOGIN, PASSWORD)
                .setGuestSpaceId(space)
                .build()) {
            inside.space().updateSpaceGuests(space, List.of("java@example.org"));
            assertThat(inside.space().getSpace(space).isGuest()).isTrue();
        }
        client.space().deleteGuests(List.of("java@example.org"));
    }

    private void deploy() {
        client.app().deployApp(app);
        assertThat(client.app().getDeployStatus(app)).isEqualTo(DeployStatus.SUCCESS);
    }

    private static List<FieldProperty> fields() {
        Map<String, Option> options = Map.of(
                "A", new Option().setLabel("A").setIndex(0L),
                "B", new Option().setLabel("B").setIndex(1L));
        FieldProperty cell = new SingleLineTextFieldProperty().setCode("Cell").setLabel("Cell");
        return List.of(
                new SingleLineTextFieldProperty()
                        .setCode("Name")
                        .setLabel("Name")
                        .setRequired(true)
                        .setMaxLength(20L),
                new NumberFieldProperty().setCode("Count").setLabel("Count"),
                new DropDownFieldProperty().setCode("Kind").setLabel("Kind").setOptions(options),
                new SubtableFieldProperty().setCode("Rows").setLabel("Rows").setFields(Map.of("Cell", cell)));
    }
}
