package org.mimamori.engine.app;

import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.app.OtherApps.OtherApp;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Lookup;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.field.RelatedRecords;

/**
 * Checks what a definition says of other apps: lookups, related records and roll-ups. A lookup needs its source app;
 * what only shows or counts records of an app that is not there yet stays empty until it is, so that apps that mention
 * each other can be installed one after the other.
 */
final class RelationsCheck {

    private final Form form;
    private final Additions additions;
    private final OtherApps others;
    private final Conditions conditions;
    private final Findings findings;

    RelationsCheck(Form form, Additions additions, OtherApps others, Conditions conditions, Findings findings) {
        this.form = form;
        this.additions = additions;
        this.others = others;
        this.conditions = conditions;
        this.findings = findings;
    }

    void run() {
        form.fields().all().forEach(this::field);
        RollupCheck rollups = new RollupCheck(form, additions, conditions, findings);
        for (Rollup rollup : additions.rollups()) {
            others.find(rollup.app()).ifPresent(other -> rollups.check(rollup, other));
        }
    }

    /** Checks some fields only. */
    void of(Set<FieldCode> codes) {
        form.fields().all().filter(field -> codes.contains(field.code())).forEach(this::field);
    }

    private void field(Field field) {
        Place place = form.place(field.code());
        if (field.lookup() != null) {
            lookup(field, field.lookup(), place.at("lookup"));
        }
        if (field.relatedRecords() != null) {
            RelatedRecords related = field.relatedRecords();
            others.find(related.relatedApp())
                    .ifPresent(other -> relatedRecords(related, other.fields(), place.at("referenceTable")));
        }
    }

    /** Reports the apps that are shown or counted and are not there: perhaps not yet, perhaps misspelt. */
    void gaps() {
        form.fields().all().forEach(field -> {
            RelatedRecords related = field.relatedRecords();
            if (related != null) {
                gap(related.relatedApp(), form.place(field.code()).at("referenceTable"));
            }
        });
        for (Rollup rollup : additions.rollups()) {
            gap(rollup.app(), Place.ROOT.at("rollups").at(rollup.name()));
        }
    }

    private void gap(RelatedApp related, Place place) {
        if (others.find(related).isEmpty()) {
            findings.add(place.at("relatedApp"), "relation.absentApp", name(related));
        }
    }

    private void lookup(Field field, Lookup lookup, Place place) {
        Optional<OtherApp> other = others.find(lookup.relatedApp());
        if (other.isEmpty()) {
            findings.add(place.at("relatedApp"), "relation.unknownApp", name(lookup.relatedApp()));
            return;
        }
        new LookupCheck(form, other.get().fields(), conditions, findings).check(field, lookup, place);
    }

    private static String name(RelatedApp related) {
        return related.code().isEmpty() ? related.app() : related.code();
    }

    private void relatedRecords(RelatedRecords related, FormFields other, Place place) {
        Place condition = place.at("condition");
        Optional<Field> here = form.field(related.field());
        if (here.isEmpty() || form.inTable(related.field())) {
            findings.add(condition.at("field"), "field.unknown", related.field().text());
        }
        Optional<Field> there = there(other, related.relatedField(), condition.at("relatedField"));
        if (here.isPresent()
                && there.isPresent()
                && here.get().shape() != there.get().shape()) {
            findings.add(
                    condition,
                    "relation.shapesDiffer",
                    related.field().text(),
                    related.relatedField().text());
        }
        for (int i = 0; i < related.displayFields().size(); i++) {
            there(
                    other,
                    related.displayFields().get(i),
                    place.at("displayFields").at(i));
        }
        conditions.check(related.filterCond(), other, place.at("filterCond"), findings);
        conditions.checkOrder(related.sort(), other, place.at("sort"), findings);
    }

    private Optional<Field> there(FormFields other, FieldCode code, Place place) {
        Optional<Field> field =
                other.field(code).filter(found -> other.tableOf(code).isEmpty());
        if (field.isEmpty()) {
            findings.add(place, "relation.unknownField", code.text());
        }
        return field;
    }
}
