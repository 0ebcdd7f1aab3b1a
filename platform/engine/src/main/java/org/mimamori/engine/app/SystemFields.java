package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The system fields a definition does not list, with the codes kintone gives them in the definition's language. */
final class SystemFields {

    private final FieldTypes types;
    private final String language;

    SystemFields(FieldTypes types, String language) {
        this.types = types;
        this.language = language;
    }

    /** A field for each system value that none of the fields shows. */
    List<Field> lacking(List<Field> fields) {
        Set<SystemValue> lacking = EnumSet.allOf(SystemValue.class);
        fields.forEach(field -> field.systemValue().ifPresent(lacking::remove));
        List<Field> added = new ArrayList<>();
        lacking.forEach(value -> added.add(field(value)));
        return added;
    }

    private Field field(SystemValue value) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("type", value.name());
        settings.put("code", code(value, language));
        settings.put("label", label(value, language));
        switch (value) {
            case STATUS, STATUS_ASSIGNEE, CATEGORY -> settings.put("enabled", false);
            case RECORD_NUMBER, CREATOR, CREATED_TIME, MODIFIER, UPDATED_TIME -> settings.put("noLabel", false);
        }
        return types.read(settings);
    }

    /** The label in both languages, for a system field whose label is the one kintone gives it. */
    static LocalText translate(SystemValue value, LocalText label) {
        boolean standard =
                label.base().equals(label(value, "ja")) || label.base().equals(label(value, "en"));
        return standard && label.translations().isEmpty()
                ? new LocalText(label.base(), Map.of("ja", label(value, "ja"), "en", label(value, "en")))
                : label;
    }

    private static String code(SystemValue value, String language) {
        return language.equals("ja") ? label(value, "ja") : label(value, "en").replace(' ', '_');
    }

    private static String label(SystemValue value, String language) {
        boolean ja = language.equals("ja");
        return switch (value) {
            case RECORD_NUMBER -> ja ? "レコード番号" : "Record number";
            case CREATOR -> ja ? "作成者" : "Created by";
            case CREATED_TIME -> ja ? "作成日時" : "Created datetime";
            case MODIFIER -> ja ? "更新者" : "Updated by";
            case UPDATED_TIME -> ja ? "更新日時" : "Updated datetime";
            case STATUS -> ja ? "ステータス" : "Status";
            case STATUS_ASSIGNEE -> ja ? "作業者" : "Assignee";
            case CATEGORY -> ja ? "カテゴリー" : "Categories";
        };
    }
}
