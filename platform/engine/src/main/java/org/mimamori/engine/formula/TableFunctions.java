package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.formula.Bound.Cells;
import org.mimamori.engine.formula.Bound.Column;
import org.mimamori.engine.formula.Bound.One;

/** What sums up many values: those of a table's rows, of several arguments, of several options. */
final class TableFunctions {

    private static final int MAX_ARGUMENTS = 100;

    static final List<FormulaFunction> ALL = List.of(
            new FormulaFunction("SUM", 1, MAX_ARGUMENTS, TableFunctions::sum),
            new FormulaFunction("AVERAGE", 1, MAX_ARGUMENTS, TableFunctions::average),
            extreme("MIN", (a, b) -> number(b).compareTo(number(a)) < 0 ? b : a),
            extreme("MAX", (a, b) -> number(b).compareTo(number(a)) > 0 ? b : a),
            new FormulaFunction("COUNT", 1, MAX_ARGUMENTS, TableFunctions::count),
            new FormulaFunction("CONTAINS", 2, 2, TableFunctions::contains),
            new FormulaFunction("COUNTIF", 2, 2, TableFunctions::countIf),
            new FormulaFunction("SUMIF", 2, 3, TableFunctions::sumIf));

    private TableFunctions() {}

    /** The sum; of nothing it is zero. */
    private static One sum(Arguments args) throws FormulaFault {
        Cells all = numbers(args);
        return new One(Kind.NUMBER, run -> new Value.Decimal(sum(filled(all, run))));
    }

    private static One average(Arguments args) throws FormulaFault {
        Cells all = numbers(args);
        return new One(Kind.NUMBER, run -> {
            List<Value> filled = filled(all, run);
            return filled.isEmpty()
                    ? Value.BLANK
                    : new Value.Decimal(Numbers.divide(sum(filled), BigDecimal.valueOf(filled.size())));
        });
    }

    /** The smallest or largest, as what it is: the latest of dates is a date. */
    private static FormulaFunction extreme(String name, BinaryOperator<Value> better) {
        return new FormulaFunction(name, 1, MAX_ARGUMENTS, args -> {
            Cells all = numbers(args);
            Kind kind =
                    args.bound().stream().map(Bound::kind).reduce(Kind::joined).orElse(Kind.NUMBER);
            return new One(kind, run -> filled(all, run).stream().reduce(better).orElse(Value.BLANK));
        });
    }

    /** How many values are filled in; of several options, how many are chosen. */
    private static One count(Arguments args) {
        Cells all = args.all();
        return new One(
                Kind.NUMBER,
                run -> DateFunctions.decimal(filled(all, run).stream()
                        .mapToLong(TableFunctions::parts)
                        .sum()));
    }

    private static long parts(Value value) {
        return value instanceof Value.Choices(List<String> options) ? options.size() : 1;
    }

    /** kintone: whether an option is chosen, or a text stands, exactly, in a column of a table. */
    private static One contains(Arguments args) throws FormulaFault {
        Bound where = args.bound().get(0);
        boolean list = where.kind() == Kind.OPTIONS || (where instanceof Column && where.kind() == Kind.TEXT);
        if (!list) {
            throw args.wrongType(0);
        }
        Cells cells = Arguments.cells(where);
        var wanted = args.text(1);
        return new One(Kind.NUMBER, run -> {
            String text = wanted.apply(run);
            return Arguments.flag(cells.values(run).stream().anyMatch(value -> Criterion.names(value, text)));
        });
    }

    private static One countIf(Arguments args) throws FormulaFault {
        Column column = args.column(0);
        One criterion = args.one(1);
        return new One(Kind.NUMBER, run -> {
            Criterion test = Criterion.of(criterion.of().value(run), run);
            return DateFunctions.decimal(
                    column.of().values(run).stream().filter(test::holds).count());
        });
    }

    /** Sums a column, where another of the same table, or itself, meets the criterion. */
    private static One sumIf(Arguments args) throws FormulaFault {
        Column tested = args.column(0);
        One criterion = args.one(1);
        Column summed = args.column(args.size() - 1 == 2 ? 2 : 0);
        if (!summed.table().equals(tested.table())) {
            throw new FormulaFault(
                    "formula.otherTable", args.function(), summed.field().text());
        }
        if (!summed.kind().isNumeric()) {
            throw args.wrongType(args.size() - 1);
        }
        return new One(Kind.NUMBER, run -> {
            Criterion test = Criterion.of(criterion.of().value(run), run);
            List<Value> keys = tested.of().values(run);
            List<Value> cells = summed.of().values(run);
            List<Value> met = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                if (test.holds(keys.get(i)) && !cells.get(i).isBlank()) {
                    met.add(cells.get(i));
                }
            }
            return new Value.Decimal(sum(met));
        });
    }

    /** The values of all arguments, which must be such that can be calculated with. */
    private static Cells numbers(Arguments args) throws FormulaFault {
        for (int i = 0; i < args.size(); i++) {
            Kind kind = args.bound().get(i).kind();
            if (!kind.isNumeric() && kind != Kind.EMPTY) {
                throw args.wrongType(i);
            }
        }
        return args.all();
    }

    private static List<Value> filled(Cells cells, Run run) {
        return cells.values(run).stream().filter(value -> !value.isBlank()).toList();
    }

    private static BigDecimal sum(List<Value> values) {
        return values.stream().map(TableFunctions::number).reduce(BigDecimal.ZERO, Numbers::add);
    }

    private static BigDecimal number(Value value) {
        return Conversions.findNumber(value).orElseThrow(() -> Uncomputable.VALUE);
    }
}
