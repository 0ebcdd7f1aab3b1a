package org.mimamori.engine.app;

import java.util.Optional;
import org.mimamori.engine.app.OtherApps.OtherApp;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;

/** Checks a roll-up against the app whose records it takes. */
final class RollupCheck {

    private final Form form;
    private final Additions additions;
    private final Conditions conditions;
    private final Findings findings;

    RollupCheck(Form form, Additions additions, Conditions conditions, Findings findings) {
        this.form = form;
        this.additions = additions;
        this.conditions = conditions;
        this.findings = findings;
    }

    void check(Rollup rollup, OtherApp other) {
        Place place = Place.ROOT.at("rollups").at(rollup.name());
        key(rollup, other.fields(), place.at("condition"));
        result(rollup, other.fields(), place);
        FieldCode upTo = rollup.upTo();
        if (upTo != null
                && top(other.fields(), upTo)
                        .filter(field -> field.shape() == Shape.DATE)
                        .isEmpty()) {
            findings.add(place.at("upTo"), "rollup.noDate", upTo.text());
        }
        boolean sound = conditions.check(rollup.filterCond(), other.fields(), place.at("filterCond"), findings)
                & conditions.check(rollup.whileCond(), other.fields(), place.at("while"), findings)
                & conditions.check(rollup.skipCond(), other.fields(), place.at("skip"), findings);
        if (sound) {
            new RollupDependence(form, additions, findings).check(rollup, other, place);
        }
    }

    private void key(Rollup rollup, FormFields other, Place place) {
        Optional<Field> there = other.field(rollup.relatedField());
        if (there.isEmpty()) {
            findings.add(
                    place.at("relatedField"),
                    "relation.unknownField",
                    rollup.relatedField().text());
            return;
        }
        Optional<Field> here = form.field(rollup.field());
        if (here.isPresent() && here.get().shape() != there.get().shape()) {
            findings.add(
                    place,
                    "relation.shapesDiffer",
                    rollup.field().text(),
                    rollup.relatedField().text());
        }
    }

    private void result(Rollup rollup, FormFields other, Place place) {
        FieldCode of = rollup.of();
        if (of == null) {
            return;
        }
        Optional<Field> taken = top(other, of);
        if (taken.isEmpty()) {
            findings.add(place.at("of"), "relation.unknownField", of.text());
        } else if (taken.get().shape() != rollup.shape() || !computes(rollup)) {
            findings.add(place.at("format"), "rollup.wrongFormat", of.text());
        }
    }

    private static boolean computes(Rollup rollup) {
        return switch (rollup.function()) {
            case MIN, MAX -> true;
            case COUNT, SUM, AVERAGE, STREAK -> rollup.shape() == Shape.DECIMAL;
        };
    }

    private static Optional<Field> top(FormFields fields, FieldCode code) {
        return fields.field(code).filter(field -> fields.tableOf(code).isEmpty());
    }
}
