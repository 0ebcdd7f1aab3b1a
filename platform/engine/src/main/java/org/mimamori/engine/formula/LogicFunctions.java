package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.formula.Bound.One;

/** Conditions. */
final class LogicFunctions {

    /** kintone's limit. */
    private static final int MAX_CONDITIONS = 32;

    static final List<FormulaFunction> ALL = List.of(
            new FormulaFunction("IF", 3, 3, LogicFunctions::choose),
            new FormulaFunction("AND", 1, MAX_CONDITIONS, LogicFunctions::and),
            new FormulaFunction("OR", 1, MAX_CONDITIONS, LogicFunctions::or),
            new FormulaFunction("NOT", 1, 1, LogicFunctions::not),
            new FormulaFunction("ISBLANK", 1, 1, LogicFunctions::isBlank),
            new FormulaFunction("IFBLANK", 2, 2, LogicFunctions::ifBlank));

    private LogicFunctions() {}

    /** Only the branch that is taken is calculated. */
    private static One choose(Arguments args) throws FormulaFault {
        Function<Run, BigDecimal> condition = args.number(0);
        One then = args.one(1);
        One otherwise = args.one(2);
        return new One(
                then.kind().joined(otherwise.kind()),
                run -> (isTrue(condition.apply(run)) ? then : otherwise).of().value(run));
    }

    private static One and(Arguments args) throws FormulaFault {
        List<Function<Run, BigDecimal>> conditions = conditions(args);
        return new One(
                Kind.NUMBER,
                run -> Arguments.flag(conditions.stream().allMatch(condition -> isTrue(condition.apply(run)))));
    }

    private static One or(Arguments args) throws FormulaFault {
        List<Function<Run, BigDecimal>> conditions = conditions(args);
        return new One(
                Kind.NUMBER,
                run -> Arguments.flag(conditions.stream().anyMatch(condition -> isTrue(condition.apply(run)))));
    }

    private static One not(Arguments args) throws FormulaFault {
        Function<Run, BigDecimal> condition = args.number(0);
        return new One(Kind.NUMBER, run -> Arguments.flag(!isTrue(condition.apply(run))));
    }

    private static One isBlank(Arguments args) {
        Bound.Cells all = args.all();
        return new One(Kind.NUMBER, run -> Arguments.flag(allBlank(all, run)));
    }

    /** What cannot be calculated shows as blank, so here it is blank too. */
    private static boolean allBlank(Bound.Cells cells, Run run) {
        try {
            return cells.values(run).stream().allMatch(Value::isBlank);
        } catch (Uncomputable e) {
            return true;
        }
    }

    private static One ifBlank(Arguments args) throws FormulaFault {
        One first = args.one(0);
        One otherwise = args.one(1);
        return new One(first.kind().joined(otherwise.kind()), run -> {
            Value value = orBlank(first, run);
            return value.isBlank() ? otherwise.of().value(run) : value;
        });
    }

    private static Value orBlank(One one, Run run) {
        try {
            return one.of().value(run);
        } catch (Uncomputable e) {
            return Value.BLANK;
        }
    }

    private static List<Function<Run, BigDecimal>> conditions(Arguments args) throws FormulaFault {
        List<Function<Run, BigDecimal>> conditions = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            conditions.add(args.number(i));
        }
        return conditions;
    }

    private static boolean isTrue(BigDecimal number) {
        return number.signum() != 0;
    }
}
