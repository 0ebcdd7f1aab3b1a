package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The field types an installation knows, by name; reads and writes their settings. */
public final class FieldTypes {

    private static final JsonMapper JSON = SettingsJson.mapper();

    /** All that kintone shows of a lookup: the rest of its settings is that of the source. */
    private static final Set<String> LOOKUP_PROPERTIES =
            Set.of("type", "code", "label", "noLabel", "required", "lookup");

    private final Map<String, Class<? extends Field>> types;

    private FieldTypes(List<Class<? extends Field>> types) {
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(FieldTypes::name, type -> type));
    }

    /** kintone's types. One line per type; nothing is found by scanning. */
    public static FieldTypes standard() {
        return new FieldTypes(List.of(
                SingleLineTextField.class,
                MultiLineTextField.class,
                RichTextField.class,
                NumberField.class,
                CalcField.class,
                RadioButtonField.class,
                CheckBoxField.class,
                MultiSelectField.class,
                DropDownField.class,
                DateField.class,
                TimeField.class,
                DateTimeField.class,
                FileField.class,
                LinkField.class,
                UserSelectField.class,
                OrganizationSelectField.class,
                GroupSelectField.class,
                RelatedRecordsField.class,
                TableField.class,
                RecordNumberField.class,
                CreatorField.class,
                CreatedTimeField.class,
                ModifierField.class,
                UpdatedTimeField.class,
                StatusField.class,
                StatusAssigneeField.class,
                CategoryField.class));
    }

    /** These types and some more: how a plug-in or a test adds one. */
    public FieldTypes with(List<Class<? extends Field>> more) {
        return new FieldTypes(
                Stream.concat(types.values().stream(), more.stream()).toList());
    }

    public Set<String> names() {
        return types.keySet();
    }

    /** Names of the settings a type has, beside {@code type} itself; none for a type the installation lacks. */
    public Set<String> settings(String type) {
        Class<? extends Field> known = types.get(type);
        return known == null
                ? Set.of()
                : Stream.of(known.getRecordComponents())
                        .map(FieldTypes::setting)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** What kintone shows of a lookup, in place of the settings of its type. */
    public static Set<String> lookupSettings() {
        return LOOKUP_PROPERTIES;
    }

    private static String setting(RecordComponent part) {
        JsonProperty given = part.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? part.getName() : given.value();
    }

    /**
     * A field from its settings JSON. Numbers and booleans may be strings; what is missing, null or {@code ""} is not
     * set; {@code unique} on a type that cannot be is dropped, as kintone does.
     *
     * @throws FieldSettingsFault if the settings cannot be read or contradict themselves
     */
    public Field read(ObjectNode settings) {
        String name = settings.path("type").asString("");
        Class<? extends Field> type = types.get(name);
        if (type == null) {
            throw new FieldSettingsFault("type", "settings.unknownType", name);
        }
        ObjectNode own = settings.deepCopy();
        own.remove("type");
        if (Stream.of(type.getRecordComponents())
                .noneMatch(part -> part.getName().equals("unique"))) {
            own.remove("unique");
        }
        try {
            return JSON.reader().withAttribute(FieldTypes.class, this).treeToValue(own, type);
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    /** The settings JSON of a field: exactly kintone's property names, numbers as strings, unset as "". */
    public ObjectNode write(Field field) {
        ObjectNode own = JSON.writer().withAttribute(FieldTypes.class, this).valueToTree(field);
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        settings.put("type", StringNode.valueOf(field.type()));
        own.properties().forEach(entry -> settings.put(entry.getKey(), inWords(entry.getValue())));
        if (field.lookup() == null) {
            settings.remove("lookup");
        } else {
            settings.keySet().retainAll(LOOKUP_PROPERTIES);
        }
        return JSON.createObjectNode().setAll(settings);
    }

    private static JsonNode inWords(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                object.properties().forEach(entry -> entry.setValue(inWords(entry.getValue())));
                yield object;
            }
            case ArrayNode array -> array;
            case JsonNode number
            when number.isNumber() -> StringNode.valueOf(number.decimalValue().toPlainString());
            case JsonNode unset when unset.isNull() -> StringNode.valueOf("");
            default -> node;
        };
    }

    private static FieldSettingsFault fault(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FieldSettingsFault fault) {
                return fault;
            }
        }
        String path = e.getPath().stream()
                .map(part -> part.getPropertyName() == null ? String.valueOf(part.getIndex()) : part.getPropertyName())
                .collect(Collectors.joining("."));
        FieldSettingsFault fault = new FieldSettingsFault(path, "settings.unreadable");
        fault.initCause(e);
        return fault;
    }

    private static String name(Class<? extends Field> type) {
        FieldType name = type.getAnnotation(FieldType.class);
        if (name == null || !type.isRecord()) {
            throw new IllegalArgumentException(type + " is no record marked with @FieldType");
        }
        return name.value();
    }
}
