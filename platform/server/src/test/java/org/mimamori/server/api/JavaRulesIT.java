package org.mimamori.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.kintone.client.AppClient;
import com.kintone.client.api.app.UpdateGeneralNotificationsRequest;
import com.kintone.client.api.app.UpdatePerRecordNotificationsRequest;
import com.kintone.client.api.app.UpdateProcessManagementRequest;
import com.kintone.client.api.app.UpdateReminderNotificationsRequest;
import com.kintone.client.model.Entity;
import com.kintone.client.model.EntityType;
import com.kintone.client.model.Order;
import com.kintone.client.model.app.AppAction;
import com.kintone.client.model.app.AppActionMapping;
import com.kintone.client.model.app.AppActionSourceType;
import com.kintone.client.model.app.AppRightEntity;
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
import com.kintone.client.model.app.field.RelatedApp;
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
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * kintone's Java client 1.3.0, unmodified, sets up process, rights, notifications, graphs and actions: what it writes
 * it reads again, and it refuses any JSON property it does not know.
 */
class JavaRulesIT extends JavaMadeApp {

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
}
