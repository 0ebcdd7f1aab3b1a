package org.mimamori.engine.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.field.FieldCode;

/** Puts formulas into an order in which each comes after those it reads; finds those that read each other. */
final class Planner {

    private final Map<FieldCode, Formula> formulas;
    private final Set<FieldCode> planned = new HashSet<>();
    private final List<FieldCode> order = new ArrayList<>();
    private final Deque<FieldCode> path = new ArrayDeque<>();

    private Planner(Map<FieldCode, Formula> formulas) {
        this.formulas = new LinkedHashMap<>(formulas);
    }

    /** By code, so that a circle is always reported at the same field. */
    static List<FieldCode> order(Map<FieldCode, Formula> formulas) throws FormulaFault {
        Planner planner = new Planner(formulas);
        for (FieldCode code : formulas.keySet().stream().sorted().toList()) {
            planner.visit(code);
        }
        return planner.order;
    }

    private void visit(FieldCode code) throws FormulaFault {
        Formula formula = formulas.get(code);
        if (formula == null || planned.contains(code)) {
            return;
        }
        if (path.contains(code)) {
            throw cycle(code);
        }
        path.addLast(code);
        for (FieldCode mentioned : formula.mentions().stream().sorted().toList()) {
            visit(mentioned);
        }
        path.removeLast();
        planned.add(code);
        order.add(code);
    }

    private FormulaFault cycle(FieldCode code) {
        String circle = path.stream()
                .dropWhile(step -> !step.equals(code))
                .map(step -> step + " → ")
                .collect(Collectors.joining());
        return new FormulaFault("formula.cycle", circle + code).in(code.text());
    }
}
