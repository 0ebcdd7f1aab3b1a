package org.mimamori.engine.app;

import java.util.HashSet;
import java.util.Set;
import org.mimamori.engine.app.OtherApps.OtherApp;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.formula.Formula;
import org.mimamori.engine.formula.FormulaFault;

/**
 * Keeps roll-ups from depending on each other: a figure over related records may not rest on a value that is itself
 * calculated from a roll-up, for then one write would have to be carried on without end.
 */
final class RollupDependence {

    private final Form form;
    private final Additions additions;
    private final Findings findings;

    RollupDependence(Form form, Additions additions, Findings findings) {
        this.form = form;
        this.additions = additions;
        this.findings = findings;
    }

    void check(Rollup rollup, OtherApp other, Place place) {
        if (rolled(form.fields(), additions).contains(rollup.field())) {
            report(rollup.field(), place.at("condition").at("field"));
        }
        Set<FieldCode> there = rolled(other.fields(), other.additions());
        rollup.mentions().stream().filter(there::contains).sorted().forEach(code -> report(code, place));
    }

    private void report(FieldCode code, Place place) {
        findings.add(place, "rollup.ofRollup", code.text());
    }

    /** Calculated fields that a roll-up of their app goes into, directly or through other fields. */
    private static Set<FieldCode> rolled(FormFields fields, Additions additions) {
        Set<FieldCode> rolled = new HashSet<>();
        additions.rollups().forEach(rollup -> rolled.add(rollup.name()));
        int before;
        do {
            before = rolled.size();
            fields.all()
                    .filter(field -> reads(field, rolled))
                    .map(Field::code)
                    .toList()
                    .forEach(rolled::add);
        } while (rolled.size() > before);
        return rolled;
    }

    private static boolean reads(Field field, Set<FieldCode> codes) {
        String formula = field.formula();
        if (formula == null || formula.isBlank()) {
            return false;
        }
        try {
            return Formula.parse(formula).mentions().stream().anyMatch(codes::contains);
        } catch (FormulaFault reported) {
            return false;
        }
    }
}
