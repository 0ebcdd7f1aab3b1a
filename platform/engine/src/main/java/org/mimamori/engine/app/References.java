package org.mimamori.engine.app;

import java.util.List;
import java.util.Optional;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import tools.jackson.databind.JsonNode;

/** Resolves what the parts of a definition mention: fields, conditions and orders of its own form. */
final class References {

    private final Form form;
    private final Conditions conditions;
    private final Findings findings;

    References(Form form, Conditions conditions, Findings findings) {
        this.form = form;
        this.conditions = conditions;
        this.findings = findings;
    }

    Form form() {
        return form;
    }

    Findings findings() {
        return findings;
    }

    /** The field named at a place; reports a name that is no field. */
    Optional<Field> field(FieldCode code, Place place) {
        Optional<Field> field = form.field(code);
        if (field.isEmpty() && !form.declared().contains(code)) {
            findings.add(place, "field.unknown", code.text());
        }
        return field;
    }

    /** A field that does not stand in a table. */
    Optional<Field> topField(FieldCode code, Place place) {
        Optional<Field> field = field(code, place);
        if (field.isPresent() && form.inTable(code)) {
            findings.add(place, "field.inTable", code.text());
            return Optional.empty();
        }
        return field;
    }

    /** A list of fields under a name of an object; each reported where it stands. */
    List<FieldCode> topFields(JsonNode node, String name, Place place) {
        List<FieldCode> codes = Json.codes(node, name);
        for (int i = 0; i < codes.size(); i++) {
            topField(codes.get(i), place.at(name).at(i));
        }
        return codes;
    }

    /** A condition under a name of an object, checked against the form. */
    String condition(JsonNode node, String name, Place place) {
        String text = Json.text(node, name);
        if (form.whole()) {
            conditions.check(text, form.fields(), place.at(name), findings);
        }
        return text;
    }

    /** An order under a name of an object, checked against the form. */
    String order(JsonNode node, String name, Place place) {
        String text = Json.text(node, name);
        if (form.whole()) {
            conditions.checkOrder(text, form.fields(), place.at(name), findings);
        }
        return text;
    }
}
