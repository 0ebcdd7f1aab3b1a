package org.mimamori.engine.app;

import java.util.HashMap;
import java.util.Map;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Option;
import org.mimamori.engine.text.LocalText;

/** Reads the names of fields, groups and options in all languages of a definition. */
final class LabelsReader {

    private final Translations translations;

    LabelsReader(Translations translations) {
        this.translations = translations;
    }

    Labels read(Form form) {
        Map<FieldCode, LocalText> fields = new HashMap<>();
        Map<FieldCode, Map<String, LocalText>> options = new HashMap<>();
        form.groups().forEach(group -> fields.put(group.code(), translations.label(group.code(), group.label())));
        form.fields().all().forEach(field -> {
            fields.put(field.code(), label(field));
            options.put(field.code(), options(field));
        });
        return new Labels(fields, options);
    }

    private LocalText label(Field field) {
        LocalText label = translations.label(field.code(), field.label());
        return field.systemValue()
                .map(value -> SystemFields.translate(value, label))
                .orElse(label);
    }

    private Map<String, LocalText> options(Field field) {
        Map<String, LocalText> names = new HashMap<>();
        for (Option option : field.options()) {
            names.put(option.name(), translations.option(field.code(), option.name()));
        }
        return names;
    }
}
