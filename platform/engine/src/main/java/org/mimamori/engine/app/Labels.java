package org.mimamori.engine.app;

import java.util.Locale;
import java.util.Map;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.text.LocalText;

/**
 * Translated names of fields and options.
 *
 * @param fields by field code (group codes included)
 * @param options by field code, then by option name
 */
public record Labels(Map<FieldCode, LocalText> fields, Map<FieldCode, Map<String, LocalText>> options) {

    public static final Labels NONE = new Labels(Map.of(), Map.of());

    public Labels {
        fields = Map.copyOf(fields);
        options = Map.copyOf(options);
    }

    public String of(Field field, Locale locale) {
        LocalText text = fields.get(field.code());
        return text == null ? field.label() : text.in(locale);
    }

    public String of(GroupSettings group, Locale locale) {
        LocalText text = fields.get(group.code());
        return text == null ? group.label() : text.in(locale);
    }

    public String ofOption(FieldCode field, String option, Locale locale) {
        LocalText text = options.getOrDefault(field, Map.of()).get(option);
        return text == null ? option : text.in(locale);
    }
}
