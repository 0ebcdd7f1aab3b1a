package org.mimamori.engine.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;

/** Looks through all formulas of an app: what each comes to, in which order they go, and what is wrong with them. */
final class FormulaCheck {

    private final FormulaFields known;
    private final Map<FieldCode, Formula> parsed = new HashMap<>();
    private final Map<FieldCode, Step> steps = new HashMap<>();
    private final List<Step> ordered = new ArrayList<>();
    private final List<FormulaFault> faults = new ArrayList<>();

    private FormulaCheck(FormulaFields known) {
        this.known = known;
    }

    static FormulaCheck of(List<Field> fields, List<Field> inputs) {
        FormulaCheck check = new FormulaCheck(new FormulaFields(fields, inputs));
        check.known.calculated().forEach(check::read);
        check.order();
        return check;
    }

    /** In field order, a circle last; the first argument of each is the code of the field at fault. */
    List<FormulaFault> faults() {
        return faults;
    }

    Map<FieldCode, Formula> parsed() {
        return parsed;
    }

    /** Each after those it reads; of use only without faults. */
    List<Step> steps() {
        return ordered;
    }

    private void read(Field field) {
        @Nullable FieldCode table = known.tableOf(field.code());
        try {
            Formula formula = Formula.parse(Objects.requireNonNull(field.formula()));
            parsed.put(field.code(), formula);
            steps.put(
                    field.code(),
                    new Step(field.code(), table, field.shape(), new Binder(known, table).bind(formula.root())));
        } catch (FormulaFault fault) {
            faults.add(fault.in(field.code().text()));
        }
    }

    private void order() {
        try {
            for (FieldCode code : Planner.order(parsed)) {
                Step step = steps.get(code);
                if (step != null) {
                    ordered.add(step);
                }
            }
        } catch (FormulaFault circle) {
            faults.add(circle);
        }
    }
}
