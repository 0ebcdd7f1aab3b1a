package org.mimamori.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.app.Additions;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppSettings;
import org.mimamori.engine.app.CompositeKey;
import org.mimamori.engine.app.FormFields;
import org.mimamori.engine.app.Labels;
import org.mimamori.engine.app.Notifications;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.app.Stamp;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.app.View;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.formula.FormulaFault;
import org.mimamori.engine.formula.Formulas;
import org.mimamori.engine.formula.NumberPrecision;
import org.mimamori.engine.permission.RecordRight;
import org.mimamori.engine.permission.Rights;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes definitions for tests of the stores. A field keeps its id when the app is built again with other fields. */
public final class AppBuilder {

    public static final Stamp STAMP = new Stamp(
            EntityRef.user("admin"),
            Instant.parse("2026-04-01T00:00:00Z"),
            EntityRef.user("coordinator"),
            Instant.parse("2026-04-02T00:00:00Z"));

    private static final List<String> SYSTEM = List.of(
            "{'type':'RECORD_NUMBER','code':'番号','label':'番号'}",
            "{'type':'CREATOR','code':'作成者','label':'作成者'}",
            "{'type':'CREATED_TIME','code':'作成日時','label':'作成日時'}",
            "{'type':'MODIFIER','code':'更新者','label':'更新者'}",
            "{'type':'UPDATED_TIME','code':'更新日時','label':'更新日時'}");

    private final AppId id;
    private final String code;
    private final Map<FieldCode, String> fieldIds = new HashMap<>();
    private final List<View> views = new ArrayList<>();
    private List<Field> fields = List.of();
    private List<RecordRight> rights = List.of();
    private List<CompositeKey> keys = List.of();
    private List<Rollup> rollups = List.of();
    private Notifications notifications = Notifications.NONE;
    private ProcessDefinition process = ProcessDefinition.NONE;
    private long revision;

    private AppBuilder(AppId id, String code) {
        this.id = id;
        this.code = code;
    }

    public static AppBuilder anApp(AppId id, String code) {
        return new AppBuilder(id, code).fields();
    }

    /** Settings of fields as JSON in single quotes, beside the system fields. */
    public AppBuilder fields(String... settings) {
        List<Field> read = new ArrayList<>();
        SYSTEM.forEach(json -> read.add(field(json)));
        List.of(settings).forEach(json -> read.add(field(json)));
        return withFields(read);
    }

    public AppBuilder withFields(List<Field> all) {
        fields = List.copyOf(all);
        fields.forEach(field -> {
            number(field);
            field.inner().forEach(this::number);
        });
        return this;
    }

    private void number(Field field) {
        fieldIds.putIfAbsent(field.code(), "f" + (fieldIds.size() + 1));
    }

    public static Field field(String json) {
        return FieldTypes.standard().read((ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    public AppBuilder view(String filterCond, String sort) {
        long number = views.size() + 1L;
        views.add(new View(
                number,
                views.size(),
                LocalText.of("一覧" + number),
                View.Type.LIST,
                filterCond,
                sort,
                List.of(),
                null,
                null,
                "",
                false,
                View.Device.ANY,
                null));
        return this;
    }

    public AppBuilder withoutViews() {
        views.clear();
        return this;
    }

    public AppBuilder rights(RecordRight... blocks) {
        rights = List.of(blocks);
        return this;
    }

    public AppBuilder uniqueTogether(String... codes) {
        keys = List.of(new CompositeKey(
                "key", List.of(codes).stream().map(FieldCode::new).toList(), LocalText.of("もうあります")));
        return this;
    }

    public AppBuilder rollups(Rollup... figures) {
        rollups = List.of(figures);
        return this;
    }

    public AppBuilder notifications(Notifications told) {
        notifications = told;
        return this;
    }

    public AppBuilder process(ProcessDefinition definition) {
        process = definition;
        return this;
    }

    public AppDefinition build() {
        revision++;
        return new AppDefinition(
                id,
                code,
                LocalText.of(code),
                LocalText.of(""),
                AppSettings.DEFAULT,
                new FormFields(fields),
                List.of(),
                fieldIds,
                Labels.NONE,
                List.of(),
                views,
                List.of(),
                List.of(),
                new Rights(List.of(), rights, List.of()),
                process,
                notifications,
                List.of(),
                new Additions(List.of(), keys, List.of(), rollups),
                formulas(),
                revision,
                STAMP);
    }

    private static Formulas formulas() {
        try {
            return Formulas.of(List.of(), List.of(), NumberPrecision.DEFAULT);
        } catch (FormulaFault e) {
            throw new IllegalStateException(e);
        }
    }

    /** The definition as the app store keeps it. */
    public static StoredApp stored(AppDefinition app) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("code", app.code());
        json.put("revision", (int) app.revision());
        return new StoredApp(
                app.id(),
                app.code(),
                json,
                app.fieldIds(),
                Map.of("一覧1", 1L),
                List.of(),
                app.revision(),
                "hash",
                app.stamp());
    }

    /** Builds the app and makes it live in the stores. */
    public AppDefinition saveIn(MongoStores stores) {
        AppDefinition app = build();
        stores.apps().save(stored(app), app);
        return app;
    }
}
