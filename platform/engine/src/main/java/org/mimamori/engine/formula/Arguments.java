package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.formula.Bound.Column;
import org.mimamori.engine.formula.Bound.Expression;
import org.mimamori.engine.formula.Bound.One;

/**
 * The arguments of one call, taken as what its function needs; refuses those that never can be that.
 *
 * @param nodes as written, for functions that look at literals
 */
record Arguments(String function, List<Node> nodes, List<Bound> bound) {

    int size() {
        return bound.size();
    }

    /** The argument as one value of any kind but several options. */
    One one(int index) throws FormulaFault {
        Bound argument = bound.get(index);
        if (argument instanceof One one && one.kind() != Kind.OPTIONS) {
            return one;
        }
        throw wrongType(index);
    }

    /** The argument as a number; blank numbers are zero. */
    Function<Run, BigDecimal> number(int index) throws FormulaFault {
        One one = one(index);
        if (!one.kind().isNumeric()) {
            throw wrongType(index);
        }
        return run -> Conversions.number(one.of().value(run), one.kind());
    }

    /** The argument as a whole number, cut off; for counts of characters, months, digits. */
    ToIntFunction<Run> whole(int index) throws FormulaFault {
        Function<Run, BigDecimal> number = number(index);
        return run -> Conversions.whole(number.apply(run));
    }

    /** The argument as a whole number, or what it is when it is not given. */
    ToIntFunction<Run> whole(int index, int otherwise) throws FormulaFault {
        return index < size() ? whole(index) : run -> otherwise;
    }

    /** The argument as text; numbers in digits. */
    Function<Run, String> text(int index) throws FormulaFault {
        One one = one(index);
        return run -> Conversions.text(one.of().value(run), run.precision());
    }

    /** The argument as a day; empty when it is blank. */
    Function<Run, Optional<LocalDate>> day(int index) throws FormulaFault {
        One one = one(index);
        if (!one.kind().namesDay()) {
            throw wrongType(index);
        }
        return run -> Conversions.day(one.of().value(run), run.zone());
    }

    /** The text the argument is written as, when it is a literal. */
    Optional<String> literal(int index) {
        return nodes.get(index) instanceof Node.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    Column column(int index) throws FormulaFault {
        if (bound.get(index) instanceof Column column) {
            return column;
        }
        throw wrongType(index);
    }

    FormulaFault wrongType(int index) {
        return new FormulaFault("formula.argumentType", function, index + 1);
    }

    /** All values of all arguments, columns row by row. */
    Bound.Cells all() {
        List<Bound.Cells> parts = bound.stream().map(Arguments::cells).toList();
        return run -> parts.stream().flatMap(part -> part.values(run).stream()).toList();
    }

    static Bound.Cells cells(Bound argument) {
        return switch (argument) {
            case One(Kind kind, Expression of) -> run -> List.of(of.value(run));
            case Column column -> column.of();
        };
    }

    static Value flag(boolean holds) {
        return new Value.Decimal(holds ? BigDecimal.ONE : BigDecimal.ZERO);
    }
}
