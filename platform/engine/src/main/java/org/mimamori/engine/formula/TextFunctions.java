package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.formula.Bound.One;
import org.mimamori.engine.text.Folding;

/** Text; ours, named and counted as spreadsheets do. Characters are code points, so 𠮟 counts as one. */
final class TextFunctions {

    private static final int MAX_PARTS = 100;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    static final List<FormulaFunction> ALL = List.of(
            new FormulaFunction("CONCAT", 1, MAX_PARTS, TextFunctions::concat),
            new FormulaFunction("LEFT", 1, 2, TextFunctions::left),
            new FormulaFunction("RIGHT", 1, 2, TextFunctions::right),
            new FormulaFunction("MID", 3, 3, TextFunctions::mid),
            new FormulaFunction("LEN", 1, 1, TextFunctions::length),
            new FormulaFunction("SUBSTITUTE", 3, 3, TextFunctions::substitute),
            of("UPPER", text -> text.toUpperCase(Locale.ROOT)),
            of("LOWER", text -> text.toLowerCase(Locale.ROOT)),
            of("TRIM", String::strip),
            of("FOLD", TextFunctions::folded));

    private TextFunctions() {}

    private static FormulaFunction of(String name, UnaryOperator<String> change) {
        return new FormulaFunction(name, 1, 1, args -> {
            Function<Run, String> text = args.text(0);
            return text(run -> change.apply(text.apply(run)));
        });
    }

    /** Text by which two writings of one name are the same: width, case, kana and spaces gone. For duplicate keys. */
    private static String folded(String text) {
        return SPACE.matcher(Folding.fold(text)).replaceAll("");
    }

    private static One concat(Arguments args) throws FormulaFault {
        List<Function<Run, String>> parts = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            parts.add(args.text(i));
        }
        return text(run -> parts.stream().map(part -> part.apply(run)).collect(Collectors.joining()));
    }

    private static One left(Arguments args) throws FormulaFault {
        Function<Run, String> text = args.text(0);
        ToIntFunction<Run> count = args.whole(1, 1);
        return text(run -> slice(text.apply(run), 0, count.applyAsInt(run)));
    }

    private static One right(Arguments args) throws FormulaFault {
        Function<Run, String> text = args.text(0);
        ToIntFunction<Run> count = args.whole(1, 1);
        return text(run -> {
            String whole = text.apply(run);
            int kept = Math.max(count.applyAsInt(run), 0);
            return slice(whole, Math.max(whole.codePointCount(0, whole.length()) - kept, 0), kept);
        });
    }

    private static One mid(Arguments args) throws FormulaFault {
        Function<Run, String> text = args.text(0);
        ToIntFunction<Run> start = args.whole(1);
        ToIntFunction<Run> count = args.whole(2);
        return text(run -> {
            int first = start.applyAsInt(run);
            if (first < 1) {
                throw Uncomputable.VALUE;
            }
            return slice(text.apply(run), first - 1, count.applyAsInt(run));
        });
    }

    private static One length(Arguments args) throws FormulaFault {
        Function<Run, String> text = args.text(0);
        return new One(Kind.NUMBER, run -> {
            String whole = text.apply(run);
            return new Value.Decimal(BigDecimal.valueOf(whole.codePointCount(0, whole.length())));
        });
    }

    private static One substitute(Arguments args) throws FormulaFault {
        Function<Run, String> text = args.text(0);
        Function<Run, String> old = args.text(1);
        Function<Run, String> fresh = args.text(2);
        return text(run -> substituted(text.apply(run), old.apply(run), fresh.apply(run)));
    }

    private static String substituted(String text, String old, String fresh) {
        if (old.isEmpty()) {
            return text;
        }
        long places = 0;
        for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length())) {
            places++;
        }
        if (text.length() + places * fresh.length() > 2L * Conversions.MAX_TEXT) {
            throw Uncomputable.VALUE;
        }
        return text.replace(old, fresh);
    }

    private static String slice(String text, int from, int count) {
        int length = text.codePointCount(0, text.length());
        int start = Math.min(from, length);
        int end = (int) Math.min((long) start + Math.max(count, 0), length);
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private static One text(Function<Run, String> text) {
        return new One(Kind.TEXT, run -> Conversions.text(text.apply(run)));
    }
}
