package org.mimamori.engine.formula;

import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
        FormulaFields known = new FormulaFields(fields, inputs);
        Map<FieldCode, Formula> parsed = new HashMap<>();
        Map<FieldCode, Step> steps = new HashMap<>();
        for (Field field : known.calculated()) {
            try {
                Formula formula = Formula.parse(Objects.requireNonNull(field.formula()));
                parsed.put(field.code(), formula);
                steps.put(field.code(), step(field, formula, known));
            } catch (FormulaFault fault) {
                throw fault.in(field.code().text());
            }
        }
        List<Step> ordered = new ArrayList<>();
        for (FieldCode code : Planner.order(parsed)) {
            ordered.add(Objects.requireNonNull(steps.get(code)));
        }
        return new Formulas(ordered, parsed, precision);
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

    private static Step step(Field field, Formula formula, FormulaFields known) throws FormulaFault {
        @Nullable FieldCode table = known.tableOf(field.code());
        return new Step(field.code(), table, field.shape(), new Binder(known, table).bind(formula.root()));
    }
}
