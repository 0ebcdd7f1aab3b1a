package org.mimamori.engine.formula;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions of the formula language, by name: kintone's and ours. */
final class FunctionBook {

    private static final Map<String, FormulaFunction> FUNCTIONS = Stream.of(
                    NumberFunctions.ALL,
                    LogicFunctions.ALL,
                    TextFunctions.ALL,
                    DateFunctions.ALL,
                    CalendarFunctions.ALL,
                    TableFunctions.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(FormulaFunction::name, Function.identity()));

    private FunctionBook() {}

    static Optional<FormulaFunction> find(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name.toUpperCase(Locale.ROOT)));
    }

    static List<String> names() {
        return FUNCTIONS.keySet().stream().sorted().toList();
    }
}
