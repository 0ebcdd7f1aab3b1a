package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.formula.Bound.One;

/** Rounding and money. */
final class NumberFunctions {

    static final List<FormulaFunction> ALL = List.of(
            rounding("ROUND", RoundingMode.HALF_UP),
            rounding("ROUNDUP", RoundingMode.UP),
            rounding("ROUNDDOWN", RoundingMode.DOWN),
            new FormulaFunction("YEN", 2, 2, NumberFunctions::yen),
            new FormulaFunction("VALUE", 1, 1, NumberFunctions::value));

    private static final int MAX_DECIMALS = 100;

    private NumberFunctions() {}

    private static FormulaFunction rounding(String name, RoundingMode mode) {
        return new FormulaFunction(name, 1, 2, args -> {
            Function<Run, BigDecimal> number = args.number(0);
            ToIntFunction<Run> decimals = args.whole(1, 0);
            return new One(
                    Kind.NUMBER,
                    run -> new Value.Decimal(Numbers.round(number.apply(run), decimals.applyAsInt(run), mode)));
        });
    }

    /** The number rounded to so many decimals, with a sign of money and separators. */
    private static One yen(Arguments args) throws FormulaFault {
        Function<Run, BigDecimal> number = args.number(0);
        ToIntFunction<Run> decimals = args.whole(1);
        return new One(
                Kind.TEXT, run -> Conversions.text("¥" + separated(number.apply(run), decimals.applyAsInt(run))));
    }

    private static String separated(BigDecimal number, int decimals) {
        if (decimals > MAX_DECIMALS) {
            throw Uncomputable.VALUE;
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(decimals, 0));
        format.setMaximumFractionDigits(Math.max(decimals, 0));
        return format.format(Numbers.round(number, decimals, RoundingMode.HALF_UP));
    }

    /** The number a text writes; ours. */
    private static One value(Arguments args) throws FormulaFault {
        Function<Run, String> text = args.text(0);
        return new One(Kind.NUMBER, run -> parsed(text.apply(run).strip()));
    }

    private static Value parsed(String text) {
        if (text.isEmpty()) {
            return Value.BLANK;
        }
        if (!text.matches("[+-]?[0-9]{1,40}([.][0-9]{1,40})?")) {
            throw Uncomputable.VALUE;
        }
        return new Value.Decimal(new BigDecimal(text));
    }
}
