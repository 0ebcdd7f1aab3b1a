package org.mimamori.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kintone.client.KintoneClient;
import com.kintone.client.KintoneClientBuilder;
import com.kintone.client.api.app.UpdateAppCustomizeRequest;
import com.kintone.client.api.app.UpdateAppSettingsRequest;
import com.kintone.client.api.common.BulkRequestsRequest;
import com.kintone.client.api.common.BulkRequestsResponseBody;
import com.kintone.client.api.record.AddRecordRequest;
import com.kintone.client.api.record.AddRecordResponseBody;
import com.kintone.client.api.record.DeleteRecordsRequest;
import com.kintone.client.api.record.DeleteRecordsResponseBody;
import com.kintone.client.api.space.AddSpaceFromTemplateRequest;
import com.kintone.client.exception.KintoneApiRuntimeException;
import com.kintone.client.model.FileBody;
import com.kintone.client.model.app.AppPresetIcon;
import com.kintone.client.model.app.CustomizeBody;
import com.kintone.client.model.app.CustomizeFileResource;
import com.kintone.client.model.app.CustomizeScope;
import com.kintone.client.model.app.CustomizeUrlResource;
import com.kintone.client.model.app.View;
import com.kintone.client.model.app.ViewType;
import com.kintone.client.model.app.field.DropDownFieldProperty;
import com.kintone.client.model.app.field.FieldProperty;
import com.kintone.client.model.app.field.SingleLineTextFieldProperty;
import com.kintone.client.model.app.layout.FieldLayout;
import com.kintone.client.model.app.layout.FieldSize;
import com.kintone.client.model.app.layout.Layout;
import com.kintone.client.model.app.layout.RowLayout;
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
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kintone's Java client 1.3.0, unmodified, makes an app and says how it looks: what it writes it reads again, and it
 * refuses any JSON property it does not know. Several calls at once, and guests.
 */
class JavaSettingsIT extends JavaMadeApp {

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
}
