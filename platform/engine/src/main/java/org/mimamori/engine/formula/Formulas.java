package org.mimamori.engine.formula;

import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/** All calculated fields of one app, in the order in which they must be calculated. Built once per definition. */
public final class Formulas {

    private final List<Step> steps;
    private final Map<FieldCode, Formula> parsed;
    private final NumberPrecision precision;

    private Formulas(List<Step> steps, Map<FieldCode, Formula> parsed, NumberPrecision precision) {
        this.steps = List.copyOf(steps);
        this.parsed = Map.copyOf(parsed);
        this.precision = precision;
    }

    /**
     * Parses and checks every formula of the fields (tables included): unknown codes, fields a formula cannot read,
     * cycles, arity and types.
     *
     * @param inputs names formulas may read beside the app's fields (roll-ups), with a field that describes each
     * @throws FormulaFault for the first fault; {@link FormulaFault#args} starts with the code of the field at fault
     */
    public static Formulas of(List<Field> fields, List<Field> inputs, NumberPrecision precision) throws FormulaFault {
        FormulaCheck check = FormulaCheck.of(fields, inputs);
        if (!check.faults().isEmpty()) {
            throw check.faults().getFirst();
        }
        return new Formulas(check.steps(), check.parsed(), precision);
    }

    /** Everything that is wrong with the formulas: of each field the first fault, then a circle if there is one. */
    public static List<FormulaFault> faults(List<Field> fields, List<Field> inputs) {
        return FormulaCheck.of(fields, inputs).faults();
    }

    /**
     * The calculated fields of which earlier formulas may have given other values: those whose formula, format or place
     * differs and those that read such a field; all of them when numbers were rounded otherwise.
     *
     * @param inputs codes of fields and roll-ups whose own values may have changed too
     */
    public Set<FieldCode> outdated(Formulas earlier, Set<FieldCode> inputs) {
        Set<FieldCode> changed = new HashSet<>(inputs);
        Set<FieldCode> outdated = new LinkedHashSet<>();
        for (Step step : steps) {
            Formula formula = Objects.requireNonNull(parsed.get(step.field()));
            if (!precision.equals(earlier.precision)
                    || !earlier.calculates(step, formula)
                    || formula.mentions().stream().anyMatch(changed::contains)) {
                changed.add(step.field());
                outdated.add(step.field());
            }
        }
        return outdated;
    }

    private boolean calculates(Step other, Formula formula) {
        Formula own = parsed.get(other.field());
        return own != null && own.same(formula) && steps.stream().anyMatch(step -> step.fillsLike(other));
    }

    /** No formula at all. */
    public static Formulas none(NumberPrecision precision) {
        return new Formulas(List.of(), Map.of(), precision);
    }

    /** Whether the app calculates anything. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Whether any value changes with time alone. */
    public boolean dependOnTime() {
        return parsed.values().stream().anyMatch(Formula::dependsOnTime);
    }

    /**
     * The record with every calculated field, tables' inner ones included, set anew. What cannot be calculated is
     * blank, and so is what reads it.
     *
     * @param values values by field code, roll-up inputs included
     */
    public Map<FieldCode, Value> calculate(Map<FieldCode, Value> values, Clock clock, ZoneId zone) {
        Run run = new Run(values, clock.instant().truncatedTo(ChronoUnit.MINUTES), zone, precision);
        steps.forEach(run::calculate);
        return run.result();
    }
}
