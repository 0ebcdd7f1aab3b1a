package org.mimamori.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kintone.client.KintoneApi;
import com.kintone.client.KintoneClient;
import com.kintone.client.KintoneClientBuilder;
import com.kintone.client.api.app.GetAppSettingsResponseBody;
import com.kintone.client.api.record.GetRecordsByCursorResponseBody;
import com.kintone.client.api.record.GetRecordsRequest;
import com.kintone.client.api.record.UpdateRecordRequest;
import com.kintone.client.api.schema.GetApiSchemaResponseBody;
import com.kintone.client.api.space.AddSpaceFromTemplateRequest;
import com.kintone.client.api.space.GetSpaceResponseBody;
import com.kintone.client.exception.KintoneApiRuntimeException;
import com.kintone.client.model.Entity;
import com.kintone.client.model.EntityType;
import com.kintone.client.model.FileBody;
import com.kintone.client.model.User;
import com.kintone.client.model.app.BuiltinType;
import com.kintone.client.model.app.EvaluatedRecordRight;
import com.kintone.client.model.app.ProcessAction;
import com.kintone.client.model.app.View;
import com.kintone.client.model.app.field.FieldProperty;
import com.kintone.client.model.app.field.NumberFieldProperty;
import com.kintone.client.model.app.field.SubtableFieldProperty;
import com.kintone.client.model.record.CheckBoxFieldValue;
import com.kintone.client.model.record.DateFieldValue;
import com.kintone.client.model.record.DateTimeFieldValue;
import com.kintone.client.model.record.DropDownFieldValue;
import com.kintone.client.model.record.FileFieldValue;
import com.kintone.client.model.record.MultiLineTextFieldValue;
import com.kintone.client.model.record.NumberFieldValue;
import com.kintone.client.model.record.PostedRecordComment;
import com.kintone.client.model.record.Record;
import com.kintone.client.model.record.RecordComment;
import com.kintone.client.model.record.RecordForUpdate;
import com.kintone.client.model.record.SingleLineTextFieldValue;
import com.kintone.client.model.record.SubtableFieldValue;
import com.kintone.client.model.record.TableRow;
import com.kintone.client.model.record.TimeFieldValue;
import com.kintone.client.model.record.UpdateKey;
import com.kintone.client.model.record.UserSelectFieldValue;
import com.kintone.client.model.space.SpaceMember;
import com.kintone.client.model.space.ThreadComment;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kintone's Java client 1.3.0, unmodified, against the running product; it refuses any JSON property it does not know.
 */
class JavaClientIT extends ConformanceServer {

    private KintoneClient client;

    @BeforeEach
    void signIn() {
        client = KintoneClientBuilder.create(baseUrl())
                .authByPassword(LOGIN, PASSWORD)
                .build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void readsWhichCallsThereAreAndWhatTheyTake() {
        assertThat(client.schema().getApiList().getApis().get("records/get").getLink())
                .isEqualTo("apis/records/get.json");
        GetApiSchemaResponseBody call = client.schema().getApiSchema(KintoneApi.GET_RECORDS);
        assertThat(call.getHttpMethod()).isEqualTo("GET");
        assertThat(call.getRequest().getRequired()).containsExactly("app");
        assertThat(call.getResponse().getProperties()).containsOnlyKeys("records", "totalCount");
        assertThat(client.schema().getApiSchema("apis/app/views/get.json").getPath())
                .isEqualTo("app/views.json");
    }

    @Test
    void addsReadsChangesAndDeletesARecord() {
        long id = client.record().addRecord(app(), full("java-1"));

        Record read = client.record().getRecord(app(), id);
        assertThat(read.getId()).isEqualTo(id);
        assertThat(read.getRevision()).isEqualTo(1);
        assertThat(read.getSingleLineTextFieldValue("Text")).isEqualTo("日本語");
        assertThat(read.getNumberFieldValue("Number")).isEqualByComparingTo("12.5");
        assertThat(read.getCalcFieldValue("Double")).isEqualByComparingTo("25");
        assertThat(read.getCheckBoxFieldValue("Check")).containsExactly("One", "Two");
        assertThat(read.getDateFieldValue("Date")).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(read.getTimeFieldValue("Time")).isEqualTo(LocalTime.of(8, 30));
        assertThat(read.getDateTimeFieldValue("When")).isEqualTo(ZonedDateTime.parse("2026-04-01T00:00:00Z"));
        assertThat(read.getUserSelectFieldValue("Who"))
                .extracting(User::getCode)
                .containsExactly(LOGIN);
        assertThat(read.getCreatorFieldValue().getCode()).isEqualTo(LOGIN);
        assertThat(read.getSubtableFieldValue("Table"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.getSingleLineTextFieldValue("Item")).isEqualTo("Pen"));

        Record change = new Record().putField("Text", new SingleLineTextFieldValue("changed"));
        assertThat(client.record().updateRecord(app(), id, change)).isEqualTo(2);
        assertThat(client.record().updateRecord(app(), new UpdateKey("Key", "java-1"), change))
                .isEqualTo(3);
        client.record().deleteRecords(app(), List.of(id), List.of(3L));
        assertThatThrownBy(() -> client.record().getRecord(app(), id))
                .isInstanceOfSatisfying(KintoneApiRuntimeException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(404);
                    assertThat(e.getContent()).contains("GAIA_RE01");
                });
    }

    @Test
    void movesARecordThroughTheProcess() {
        assertThat(client.app().getProcessManagement(app()).getActions())
                .extracting(ProcessAction::getName)
                .containsExactly("Start", "Complete");
        long id = client.record().addRecord(app(), new Record().putField("Text", new SingleLineTextFieldValue("x")));

        assertThat(client.record().updateRecordStatus(app(), id, "Start", LOGIN))
                .isEqualTo(3);
        Record read = client.record().getRecord(app(), id);
        assertThat(read.getStatusFieldValue()).isEqualTo("In progress");
        assertThat(read.getStatusAssigneeFieldValue()).extracting(User::getCode).containsExactly(LOGIN);
        assertThat(client.record().updateRecordAssignees(app(), id, List.of())).isEqualTo(4);
        assertThat(client.record().updateRecordStatus(app(), id, "Complete")).isEqualTo(6);
        assertThatThrownBy(() -> client.record().updateRecordStatus(app(), id, "Complete"))
                .isInstanceOfSatisfying(
                        KintoneApiRuntimeException.class,
                        e -> assertThat(e.getContent()).contains("GAIA_IL03"));
        client.record().deleteRecords(app(), List.of(id));
    }

    @Test
    void readsARecordInWhichNothingIsFilled() {
        long id = client.record().addRecord(app(), new Record().putField("Text", new SingleLineTextFieldValue("x")));

        Record read = client.record().getRecord(app(), id);

        assertThat(read.getNumberFieldValue("Number")).isNull();
        assertThat(read.getCalcFieldValue("Double"))
                .as("an empty number counts as 0")
                .isZero();
        assertThat(read.getDropDownFieldValue("Drop")).isNull();
        assertThat(read.getDateFieldValue("Date")).isNull();
        assertThat(read.getTimeFieldValue("Time")).isNull();
        assertThat(read.getDateTimeFieldValue("When")).isNull();
        assertThat(read.getUserSelectFieldValue("Who")).isEmpty();
        assertThat(read.getFileFieldValue("File")).isEmpty();
        assertThat(read.getSubtableFieldValue("Table")).isEmpty();
    }

    @Test
    void makesASpaceAndTalksInIt() {
        SpaceMember member =
                new SpaceMember().setEntity(new Entity(EntityType.USER, LOGIN)).setIsAdmin(true);
        long id = client.space()
                .addSpaceFromTemplate(new AddSpaceFromTemplateRequest()
                        .setId(2L)
                        .setName("Java")
                        .setMembers(List.of(member)))
                .getId();

        GetSpaceResponseBody space = client.space().getSpace(id);
        assertThat(space.getName()).isEqualTo("Java");
        assertThat(space.getMemberCount()).isEqualTo(1);
        client.space().updateSpaceBody(id, "<b>today</b>");
        client.space().updateSpaceMembers(id, List.of(member));
        assertThat(client.space().getSpaceMembers(id)).hasSize(1);
        client.space().updateThread(space.getDefaultThread(), "First", "<i>x</i>");
        assertThat(client.space().addThreadComment(id, space.getDefaultThread(), new ThreadComment().setText("hello")))
                .isEqualTo(1);
        client.space().deleteSpace(id);
        assertThatThrownBy(() -> client.space().getSpace(id)).isInstanceOf(KintoneApiRuntimeException.class);
    }

    @Test
    void refusesAChangeOfAnOldRevision() {
        long id = client.record().addRecord(app(), full("java-2"));
        UpdateRecordRequest late = new UpdateRecordRequest()
                .setApp(app())
                .setId(id)
                .setRevision(9L)
                .setRecord(new Record().putField("Text", new SingleLineTextFieldValue("late")));

        assertThatThrownBy(() -> client.record().updateRecord(late))
                .isInstanceOfSatisfying(KintoneApiRuntimeException.class, e -> {
                    assertThat(e.getStatusCode()).isEqualTo(409);
                    assertThat(e.getContent()).contains("GAIA_CO02");
                });
        assertThat(client.record().getRecord(app(), id).getSingleLineTextFieldValue("Text"))
                .isEqualTo("日本語");
    }

    @Test
    void queriesCountsAndGoesThroughACursor() {
        List<Long> ids = client.record().addRecords(app(), List.of(full("jq-1"), full("jq-2"), full("jq-3")));
        assertThat(ids).hasSize(3);

        assertThat(client.record().countRecords(app(), "Key like \"jq-\"")).isEqualTo(3);
        List<Record> found =
                client.record().getRecords(app(), List.of("Key", "$id"), "Key like \"jq-\" order by Key desc limit 2");
        assertThat(found).extracting(r -> r.getSingleLineTextFieldValue("Key")).containsExactly("jq-3", "jq-2");
        assertThat(client.record()
                        .getRecords(new GetRecordsRequest()
                                .setApp(app())
                                .setQuery("limit 1")
                                .setTotalCount(false))
                        .getTotalCount())
                .isNull();

        String cursor = client.record().createCursor(app(), List.of("Key"), "Key like \"jq-\" order by Key asc");
        GetRecordsByCursorResponseBody page = client.record().getRecordsByCursor(cursor);
        assertThat(page.getRecords()).hasSize(3);
        assertThat(page.hasNext()).isFalse();
        client.record().deleteCursor(client.record().createCursor(app()));
    }

    @Test
    void changesSeveralRecordsAtOnce() {
        List<Long> ids = client.record().addRecords(app(), List.of(full("jm-1"), full("jm-2")));
        Record change = new Record().putField("Number", new NumberFieldValue(3));

        assertThat(client.record()
                        .updateRecords(
                                app(),
                                List.of(
                                        new RecordForUpdate(ids.get(0), change),
                                        new RecordForUpdate(new UpdateKey("Key", "jm-2"), change))))
                .extracting(r -> r.getRevision())
                .containsExactly(2L, 2L);
        client.record().deleteRecords(app(), ids);
    }

    @Test
    void writesAndReadsComments() {
        long id = client.record().addRecord(app(), full("java-3"));
        RecordComment comment = new RecordComment();
        comment.setText("見ました");
        comment.setMentions(List.of(new Entity(EntityType.USER, LOGIN)));

        long number = client.record().addRecordComment(app(), id, comment);

        List<PostedRecordComment> read = client.record().getRecordComments(app(), id);
        assertThat(read).singleElement().satisfies(posted -> {
            assertThat(posted.getId()).isEqualTo(number);
            assertThat(posted.getText()).contains("見ました");
            assertThat(posted.getCreator().getCode()).isEqualTo(LOGIN);
        });
        client.record().deleteRecordComment(app(), id, number);
        assertThat(client.record().getRecordComments(app(), id)).isEmpty();
    }

    @Test
    void uploadsAFileAndDownloadsIt(@TempDir Path folder) throws IOException {
        byte[] content = "家庭訪問の記録\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("記録 1.txt"), content);
        String key = client.file().uploadFile(file, "text/plain");
        FileBody attached = new FileBody();
        attached.setFileKey(key);

        long id = client.record().addRecord(app(), full("java-4").putField("File", new FileFieldValue(attached)));

        FileBody read =
                client.record().getRecord(app(), id).getFileFieldValue("File").getFirst();
        assertThat(read.getName()).isEqualTo("記録 1.txt");
        assertThat(read.getSize()).isEqualTo(content.length);
        try (InputStream downloaded = client.file().downloadFile(read.getFileKey())) {
            assertThat(downloaded.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void readsTheAppItsFormAndItsRights() {
        assertThat(client.app().getApp(app()).getCode()).isEqualTo("conformance");
        assertThat(client.app().getAppsByCodes(List.of("conformance"))).hasSize(1);
        Map<String, FieldProperty> fields = client.app().getFormFields(app());
        assertThat(fields).containsKeys("Text", "Box", "Record_number", "Status");
        assertThat(fields.get("Number")).isInstanceOf(NumberFieldProperty.class);
        assertThat(((SubtableFieldProperty) fields.get("Table")).getFields()).containsOnlyKeys("Item", "Price");
        assertThat(client.app().getFormLayout(app())).hasSizeGreaterThan(3);
        Map<String, View> views = client.app().getViews(app());
        assertThat(views).containsOnlyKeys("All", "Large", "Days", "Own", "(Assigned to me)");
        assertThat(views.get("(Assigned to me)").getBuiltinType()).isEqualTo(BuiltinType.ASSIGNEE);
        GetAppSettingsResponseBody settings = client.app().getAppSettings(app());
        assertThat(settings.getName()).isEqualTo("Conformance");
        assertThat(client.app().getAppAcl(app())).hasSize(2);
        assertThat(client.app().getRecordAcl(app())).hasSize(1);
        assertThat(client.app().getFieldAcl(app())).hasSize(1);
    }

    @Test
    void evaluatesRights() {
        long id = client.record().addRecord(app(), full("java-5"));

        EvaluatedRecordRight right = client.app().evaluateRecordAcl(app(), id);

        assertThat(right.getId()).isEqualTo(id);
        assertThat(right.getRecord().isDeletable()).isTrue();
        assertThat(right.getFields().get("Text").isEditable()).isTrue();
    }

    @Test
    void worksWithAnApiToken() throws IOException {
        try (KintoneClient program =
                KintoneClientBuilder.create(baseUrl()).authByApiToken(token()).build()) {
            long id = program.record().addRecord(app(), full("java-6"));
            assertThat(program.record()
                            .getRecord(app(), id)
                            .getCreatorFieldValue()
                            .getCode())
                    .isEqualTo("Administrator");
        }
    }

    private static Record full(String key) {
        TableRow row = new TableRow().putField("Item", new SingleLineTextFieldValue("Pen"));
        return new Record()
                .putField("Key", new SingleLineTextFieldValue(key))
                .putField("Text", new SingleLineTextFieldValue("日本語"))
                .putField("Memo", new MultiLineTextFieldValue("one\ntwo"))
                .putField("Number", new NumberFieldValue(new BigDecimal("12.50")))
                .putField("Drop", new DropDownFieldValue("Y"))
                .putField("Check", new CheckBoxFieldValue("Two", "One"))
                .putField("Date", new DateFieldValue(LocalDate.of(2026, 4, 1)))
                .putField("Time", new TimeFieldValue(LocalTime.of(8, 30)))
                .putField("When", new DateTimeFieldValue(ZonedDateTime.parse("2026-04-01T00:00:00Z")))
                .putField("Who", new UserSelectFieldValue(new User(LOGIN)))
                .putField("Table", new SubtableFieldValue(row));
    }
}
