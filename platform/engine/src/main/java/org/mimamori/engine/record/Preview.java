package org.mimamori.engine.record;

import java.util.List;
import java.util.Map;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Accessibility;
import org.mimamori.engine.problem.FieldProblem;

/**
 * A record as it would be if it were saved now.
 *
 * @param values all values the actor may see, calculated and copied ones included
 * @param problems what would keep it from being saved
 * @param hidden fields the form's rules do not show at this moment
 * @param required fields that must be filled at this moment, by the form's rules as well
 * @param varying what the actor may do with those fields for which that depends on the record
 */
public record Preview(
        Map<FieldCode, Value> values,
        List<FieldProblem> problems,
        List<FieldCode> hidden,
        List<FieldCode> required,
        Map<FieldCode, Accessibility> varying) {

    public Preview {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
        hidden = List.copyOf(hidden);
        required = List.copyOf(required);
        varying = Map.copyOf(varying);
    }
}
