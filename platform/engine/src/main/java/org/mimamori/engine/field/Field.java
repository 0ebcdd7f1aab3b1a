package org.mimamori.engine.field;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field of an app: its settings as data, and all the engine must know of its type. One record class per type
 * implements it; docs/adding-a-field-type.md shows how.
 */
public interface Field {

    FieldCode code();

    /** Name as the definition gives it; translations stand beside the fields in the definition. */
    String label();

    boolean noLabel();

    /** Decides how its values are stored, sent, exported, compared and, unless overridden, edited. */
    Shape shape();

    /** The type's name in definitions and on the wire. */
    default String type() {
        FieldType type = getClass().getAnnotation(FieldType.class);
        if (type == null) {
            throw new IllegalStateException(getClass() + " lacks @FieldType");
        }
        return type.value();
    }

    default boolean required() {
        return false;
    }

    /** Whether records have it at all; a status field has a switch of its own. */
    default boolean enabled() {
        return true;
    }

    /** The field as the process of its app makes it; only those that show the process are not as they were. */
    default Field inProcess(boolean used, List<Option> statuses) {
        return this;
    }

    /** Whether no two records may hold the same value. */
    default boolean unique() {
        return false;
    }

    /** Whether a submission may set it; calculated and system fields are set by the platform. */
    default boolean writable() {
        return true;
    }

    /** What a system field shows of a record's own data, or empty for a field whose value is stored under its id. */
    default Optional<SystemValue> systemValue() {
        return Optional.empty();
    }

    /**
     * Turns what a client sent into a value of this field's shape.
     *
     * @throws UnreadableValue if it cannot be one
     */
    default Value read(JsonNode raw) throws UnreadableValue {
        return Shapes.read(shape(), entityType(), raw);
    }

    /**
     * Puts a value into the form the platform keeps: options in order, a number trimmed, HTML made safe. Applied to
     * every value of a submission, wherever it came from.
     */
    default Value normalize(Value value) {
        return value;
    }

    /**
     * What the field holds after a submission: what was sent, except that rows of a table keep what the submission
     * leaves out.
     *
     * @param before what it held; blank in a new record
     */
    default Value compose(Value before, Value sent, Initial initial) {
        return sent;
    }

    /** Reports every way the value breaks this field's own rules; "required" and "unique" are checked elsewhere. */
    default void check(Value value, Consumer<FieldProblem> problems) {}

    /** The value of a new record when the submission does not name the field. */
    default Value initial(Initial initial) {
        return Value.BLANK;
    }

    /** The value as plain text, one line per part: what search and {@code like} look at, and what reports print. */
    default String plainText(Value value) {
        return PlainTexts.of(this, value);
    }

    /** JSON Schema of the value as the API sends and takes it, for the published schema of an app's records. */
    default ObjectNode valueSchema() {
        return ValueSchemas.of(this);
    }

    default Set<Operator> operators() {
        return shape().operators();
    }

    default boolean sortable() {
        return shape().sortable();
    }

    /** Whether formulas may read it, as far as they know values of its shape. */
    default boolean calculable() {
        return true;
    }

    /** Options in the order of the definition; empty when the type has none. */
    default List<Option> options() {
        return List.of();
    }

    /** What a value of shape {@code ENTITY} or {@code ENTITIES} names. */
    default EntityType entityType() {
        return EntityType.USER;
    }

    /** Who may be chosen, organisations and groups standing for their members; empty for everybody. */
    default List<EntityRef> candidates() {
        return List.of();
    }

    /** How a value of shape {@code DECIMAL} is written as text. */
    default DecimalForm decimalForm() {
        return DecimalForm.NUMBER;
    }

    /** The formula that gives the value, for a calculated field. */
    default @Nullable String formula() {
        return null;
    }

    /** Where the value is copied from, when the field is a lookup. */
    default @Nullable Lookup lookup() {
        return null;
    }

    /** Inner fields, for a table. */
    default List<Field> inner() {
        return List.of();
    }

    /** What shows as related records, for a field of that type. */
    default @Nullable RelatedRecords relatedRecords() {
        return null;
    }
}
