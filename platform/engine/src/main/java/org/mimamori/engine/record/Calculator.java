package org.mimamori.engine.record;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/** Calculates records: formulas over their own values and the app's roll-ups. Never takes a result from a client. */
final class Calculator {

    private final Figures figures;
    private final Clock clock;
    private final ZoneId home;

    /** @param home the zone in which "today" is meant for values that everybody reads */
    Calculator(Figures figures, Clock clock, ZoneId home) {
        this.figures = figures;
        this.clock = clock;
        this.home = home;
    }

    /** The same calculation over other figures. */
    Calculator over(Figures others) {
        return new Calculator(others, clock, home);
    }

    void calculate(Draft draft) {
        calculated(draft.opened().app(), draft.record()).forEach(draft::set);
    }

    /** The calculated fields of the record, and tables that hold calculated fields, as they are now. */
    Map<FieldCode, Value> calculated(AppDefinition app, AppRecord record) {
        return calculated(app, record, figures.of(app, record));
    }

    Map<FieldCode, Value> calculated(AppDefinition app, AppRecord record, Map<FieldCode, Value> inputs) {
        if (app.formulas().isEmpty()) {
            return Map.of();
        }
        Map<FieldCode, Value> values = new HashMap<>(inputs);
        app.fields().top().forEach(field -> values.put(field.code(), record.value(field)));
        Map<FieldCode, Value> all = app.formulas().calculate(values, clock, home);
        Map<FieldCode, Value> result = new HashMap<>();
        app.fields().top().stream()
                .filter(Calculator::holdsFormula)
                .forEach(field -> result.put(field.code(), all.getOrDefault(field.code(), Value.BLANK)));
        return result;
    }

    private static boolean holdsFormula(Field field) {
        return field.formula() != null || field.inner().stream().anyMatch(inner -> inner.formula() != null);
    }
}
