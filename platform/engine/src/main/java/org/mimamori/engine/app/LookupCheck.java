package org.mimamori.engine.app;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Lookup;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.SystemValue;

/** Checks a lookup against the app it looks into. */
final class LookupCheck {

    private final Form form;
    private final FormFields source;
    private final Conditions conditions;
    private final Findings findings;

    LookupCheck(Form form, FormFields source, Conditions conditions, Findings findings) {
        this.form = form;
        this.source = source;
        this.conditions = conditions;
        this.findings = findings;
    }

    void check(Field field, Lookup lookup, Place place) {
        key(field, lookup.relatedKeyField(), place.at("relatedKeyField"));
        mappings(field, lookup.fieldMappings(), place.at("fieldMappings"));
        for (int i = 0; i < lookup.lookupPickerFields().size(); i++) {
            inSource(
                    lookup.lookupPickerFields().get(i),
                    place.at("lookupPickerFields").at(i));
        }
        conditions.check(lookup.filterCond(), source, place.at("filterCond"), findings);
        conditions.checkOrder(lookup.sort(), source, place.at("sort"), findings);
    }

    private void key(Field field, FieldCode code, Place place) {
        Optional<Field> key = inSource(code, place);
        if (key.isEmpty()) {
            return;
        }
        boolean recordNumber = key.get().systemValue().equals(Optional.of(SystemValue.RECORD_NUMBER));
        if (!recordNumber && !key.get().unique()) {
            findings.add(place, "lookup.keyNotUnique", code.text());
        }
        if (!recordNumber && key.get().shape() != field.shape()) {
            findings.add(place, "relation.shapesDiffer", field.code().text(), code.text());
        }
    }

    private void mappings(Field lookupField, List<Lookup.FieldMapping> mappings, Place place) {
        Set<FieldCode> targets = new HashSet<>();
        for (int i = 0; i < mappings.size(); i++) {
            Lookup.FieldMapping mapping = mappings.get(i);
            Optional<Field> target =
                    target(lookupField, mapping.field(), place.at(i).at("field"));
            Optional<Field> copied =
                    inSource(mapping.relatedField(), place.at(i).at("relatedField"));
            if (target.isPresent() && copied.isPresent() && !takes(target.get(), copied.get())) {
                findings.add(
                        place.at(i),
                        "relation.shapesDiffer",
                        mapping.field().text(),
                        mapping.relatedField().text());
            }
            if (!targets.add(mapping.field())) {
                findings.add(
                        place.at(i).at("field"),
                        "lookup.copiedTwice",
                        mapping.field().text());
            }
        }
    }

    /** The field a value is copied to: it stands beside the lookup field, at the top level or in the same table. */
    private Optional<Field> target(Field lookupField, FieldCode code, Place place) {
        Optional<Field> target = form.field(code);
        if (target.isEmpty()) {
            findings.add(place, "field.unknown", code.text());
            return target;
        }
        boolean beside = form.fields().tableOf(code).equals(form.fields().tableOf(lookupField.code()));
        boolean settable = target.get().writable()
                && target.get().formula() == null
                && target.get().lookup() == null
                && !code.equals(lookupField.code());
        if (!beside || !settable) {
            findings.add(place, "lookup.noTarget", code.text());
            return Optional.empty();
        }
        return target;
    }

    /** Whether the value can be copied: the same shape, or text from what has one plain text. */
    private static boolean takes(Field target, Field copied) {
        if (target.shape() == copied.shape()) {
            return target.shape() != Shape.FILES && target.shape() != Shape.ROWS && target.shape() != Shape.NONE;
        }
        return switch (target.shape()) {
            case TEXT -> copied.shape() == Shape.DECIMAL || copied.shape() == Shape.CHOICE;
            case DECIMAL -> copied.systemValue().equals(Optional.of(SystemValue.RECORD_NUMBER));
            case ENTITIES -> copied.shape() == Shape.ENTITY;
            case CHOICE, CHOICES, DATE, TIME, MOMENT, ENTITY, FILES, ROWS, NONE -> false;
        };
    }

    private Optional<Field> inSource(FieldCode code, Place place) {
        Optional<Field> field =
                source.field(code).filter(found -> source.tableOf(code).isEmpty());
        if (field.isEmpty()) {
            findings.add(place, "relation.unknownField", code.text());
        }
        return field;
    }
}
