package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/** Marks a list of options that settings JSON writes as kintone does: {@code {"<name>":{"label","index"}}}. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(converter = OptionsJson.Writer.class)
@JsonDeserialize(converter = OptionsJson.Reader.class)
@interface OptionsJson {

    /** What stands under an option's name. */
    record Settings(String label, int index) {}

    /** Options to JSON. */
    final class Writer extends StdConverter<List<Option>, Map<String, Settings>> {
        @Override
        public Map<String, Settings> convert(List<Option> options) {
            Map<String, Settings> byName = new LinkedHashMap<>();
            options.forEach(option -> byName.put(option.name(), new Settings(option.name(), option.index())));
            return byName;
        }
    }

    /** JSON to options. Renaming by a label that differs from the name is a change of an app, not a setting. */
    final class Reader extends StdConverter<Map<String, Settings>, List<Option>> {
        @Override
        public List<Option> convert(Map<String, Settings> byName) {
            return byName.entrySet().stream().map(Reader::option).toList();
        }

        private static Option option(Map.Entry<String, Settings> entry) {
            String name = entry.getKey();
            String label = entry.getValue().label();
            FieldSettingsFault.unless(
                    label.isEmpty() || label.equals(name), "options", "options.labelDiffers", name, label);
            return new Option(name, entry.getValue().index());
        }
    }
}
