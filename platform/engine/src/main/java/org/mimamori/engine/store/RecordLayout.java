package org.mimamori.engine.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.SystemValue;

/**
 * How the records of one app lie in the database. A record is
 *
 * <pre>
 * { _id: number, rev, created: {by, at}, updated: {by, at}, status, assignees, categories,
 *   action: name, acted: [by], what assignees have done of whom all have to act
 *   f: {fieldId: value},       what fields hold; a blank field is absent
 *   n: {fieldId: text},        text folded for comparison, of texts, file names and options no longer offered
 *   o: {fieldId: index},       place of a choice among its options
 *   e: {fieldId: true},         marks text of nothing but spaces
 *   u: {keyId: text},          keys of several fields
 *   s: [gram] }                pairs of characters of all folded text
 * </pre>
 *
 * A row of a table has {@code id}, {@code v} for {@code f}, and its own {@code n} and {@code e}.
 */
final class RecordLayout {

    static final String NUMBER = "_id";
    static final String REVISION = "rev";
    static final String CREATED = "created";
    static final String UPDATED = "updated";
    static final String BY = "by";
    static final String AT = "at";
    static final String STATUS = "status";
    static final String ASSIGNEES = "assignees";
    static final String ACTION = "action";
    static final String ACTED = "acted";
    static final String VALUES = "f";
    static final String FOLDED = "n";
    static final String ORDER = "o";
    static final String SPACES = "e";
    static final String KEYS = "u";
    static final String GRAMS = "s";
    static final String ROW_ID = "id";
    static final String ROW_VALUES = "v";

    private final AppDefinition app;
    private final List<StoredField> fields;
    private final Map<String, StoredField> byId = new HashMap<>();
    private final Map<FieldCode, StoredField> byCode = new HashMap<>();
    private final List<StoredKey> keys;

    private RecordLayout(AppDefinition app) {
        this.app = app;
        this.fields = app.fields().top().stream()
                .flatMap(field -> stored(app, field).stream())
                .toList();
        fields.forEach(field -> byId.put(field.id(), field));
        fields.forEach(field -> byCode.put(field.code(), field));
        this.keys = app.additions().uniqueTogether().stream()
                .map(key -> StoredKey.of(app, key))
                .toList();
    }

    static RecordLayout of(AppDefinition app) {
        return new RecordLayout(app);
    }

    /** The collection of an app's records. */
    static String collection(AppId app) {
        return "r_" + app;
    }

    String collection() {
        return collection(app.id());
    }

    AppDefinition app() {
        return app;
    }

    /** Top-level fields in form order. */
    List<StoredField> fields() {
        return fields;
    }

    List<StoredKey> keys() {
        return keys;
    }

    @Nullable
    StoredField byId(String id) {
        return byId.get(id);
    }

    Optional<StoredField> field(FieldCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Stream<StoredField> tables() {
        return fields.stream().filter(StoredField::isTable);
    }

    /** A record's own data is not among them, nor what holds nothing. */
    private static Optional<StoredField> stored(AppDefinition app, Field field) {
        if (field.shape() == Shape.NONE) {
            return Optional.empty();
        }
        Optional<SystemValue> system = field.systemValue();
        return system.isEmpty()
                ? Optional.of(StoredField.of(app, field))
                : processName(system.get()).map(name -> StoredField.ofProcess(app, field, name));
    }

    private static Optional<String> processName(SystemValue value) {
        return switch (value) {
            case STATUS -> Optional.of(STATUS);
            case STATUS_ASSIGNEE -> Optional.of(ASSIGNEES);
            case CATEGORY -> Optional.of("categories");
            case RECORD_NUMBER, CREATOR, CREATED_TIME, MODIFIER, UPDATED_TIME -> Optional.empty();
        };
    }

    /** Where a record's own data stands; empty for what is kept as fields are. */
    static Optional<String> ownPath(SystemValue value) {
        return switch (value) {
            case RECORD_NUMBER -> Optional.of(NUMBER);
            case CREATOR -> Optional.of(CREATED + "." + BY);
            case CREATED_TIME -> Optional.of(CREATED + "." + AT);
            case MODIFIER -> Optional.of(UPDATED + "." + BY);
            case UPDATED_TIME -> Optional.of(UPDATED + "." + AT);
            case STATUS, STATUS_ASSIGNEE, CATEGORY -> Optional.empty();
        };
    }
}
