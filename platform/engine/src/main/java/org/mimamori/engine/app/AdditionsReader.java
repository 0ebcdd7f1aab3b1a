package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import tools.jackson.databind.JsonNode;

/** Reads what a definition of ours has beside kintone's parts: composite keys and automatic numbers. */
final class AdditionsReader {

    private static final Pattern FORMAT = Pattern.compile("(?:[^{}]|\\{(?:FY|YYYY|MM|0{1,15}|RANDOM)})+");
    private static final Pattern COUNTER = Pattern.compile("\\{0+}");
    private static final Place KEYS = Place.ROOT.at("uniqueTogether");
    private static final Place NUMBERING = Place.ROOT.at("numbering");

    private final References references;
    private final Translations translations;

    AdditionsReader(References references, Translations translations) {
        this.references = references;
        this.translations = translations;
    }

    Additions read(JsonNode definition) {
        return new Additions(
                new RulesReader(references, translations).read(definition.path("rules")),
                keys(definition.path("uniqueTogether")),
                numbering(definition.path("numbering")),
                new RollupsReader(references).read(definition.path("rollups")));
    }

    private List<CompositeKey> keys(JsonNode keys) {
        List<CompositeKey> read = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String name = Json.text(keys.get(i), "name");
            List<FieldCode> codes = references.topFields(keys.get(i), "fields", KEYS.at(i));
            for (int j = 0; j < codes.size(); j++) {
                checkComparable(codes.get(j), KEYS.at(i).at("fields").at(j));
            }
            read.add(new CompositeKey(name, codes, translations.message(name, Json.text(keys.get(i), "message"))));
        }
        return read;
    }

    private void checkComparable(FieldCode code, Place place) {
        references
                .form()
                .field(code)
                .filter(field -> !comparable(field))
                .ifPresent(field -> references.findings().add(place, "unique.notComparable", code.text()));
    }

    private static boolean comparable(Field field) {
        return field.systemValue().isEmpty()
                && switch (field.shape()) {
                    case TEXT, DECIMAL, CHOICE, DATE, TIME, MOMENT, ENTITIES -> true;
                    case CHOICES, ENTITY, FILES, ROWS, NONE -> false;
                };
    }

    private List<Numbering> numbering(JsonNode numbering) {
        List<Numbering> read = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : numbering.properties()) {
            Place place = NUMBERING.at(entry.getKey());
            FieldCode code = new FieldCode(entry.getKey());
            references
                    .topField(code, place)
                    .filter(field -> !numberable(field))
                    .ifPresent(field -> references.findings().add(place, "numbering.notText", code.text()));
            read.add(new Numbering(code, format(entry.getValue(), place)));
        }
        return read;
    }

    private static boolean numberable(Field field) {
        return field.shape() == Shape.TEXT && field.writable() && field.formula() == null && field.lookup() == null;
    }

    private String format(JsonNode numbering, Place place) {
        String format = Json.text(numbering, "format");
        long counters = COUNTER.matcher(format).results().count();
        boolean random = format.contains("{RANDOM}");
        if (!FORMAT.matcher(format).matches() || counters > 1 || counters == 0 && !random) {
            references.findings().add(place.at("format"), "numbering.badFormat", format);
        }
        return format;
    }
}
