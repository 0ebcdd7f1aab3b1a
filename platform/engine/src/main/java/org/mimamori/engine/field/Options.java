package org.mimamori.engine.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mimamori.engine.problem.FieldProblem;

/** What all fields with a list of options have in common. */
final class Options {

    static final int MAX_COUNT = 1_000;
    static final int MAX_LENGTH = 128;

    private Options() {}

    /** The options by index; refuses none, too many, too long and doubled ones. */
    static List<Option> require(List<Option> options) {
        FieldSettingsFault.unless(!options.isEmpty(), "options", "options.none");
        FieldSettingsFault.unless(options.size() <= MAX_COUNT, "options", "options.tooMany", MAX_COUNT);
        Set<String> names = new LinkedHashSet<>();
        for (Option option : options) {
            String name = option.name();
            FieldSettingsFault.unless(!name.isBlank(), "options", "options.blank");
            FieldSettingsFault.unless(name.length() <= MAX_LENGTH, "options", "options.tooLong", name, MAX_LENGTH);
            FieldSettingsFault.unless(names.add(name), "options", "options.doubled", name);
        }
        return options.stream().sorted(Comparator.comparingInt(Option::index)).toList();
    }

    /** Refuses a default value that is no option. */
    static void requireDefault(List<Option> options, List<String> defaults) {
        for (String name : defaults) {
            FieldSettingsFault.unless(has(options, name), "defaultValue", "option.unknown", name);
        }
    }

    static void check(Field field, Value value, Consumer<FieldProblem> problems) {
        if (value instanceof Value.Choice(String option) && !has(field.options(), option)) {
            problems.accept(FieldProblem.of(field.code().text(), "option.unknown", option));
        }
        if (value instanceof Value.Choices(List<String> chosen)) {
            for (int i = 0; i < chosen.size(); i++) {
                if (!has(field.options(), chosen.get(i))) {
                    problems.accept(FieldProblem.of(field.code().text(), "option.unknown", chosen.get(i))
                            .atElement(i));
                }
            }
        }
    }

    /** The chosen options once each, in the order of the definition; those it does not know come last. */
    static Value inOrder(List<Option> options, Value value) {
        if (!(value instanceof Value.Choices(List<String> chosen))) {
            return value;
        }
        List<String> ordered = options.stream()
                .map(Option::name)
                .filter(chosen::contains)
                .collect(Collectors.toCollection(ArrayList::new));
        chosen.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        return Value.choices(ordered);
    }

    private static boolean has(List<Option> options, String name) {
        return options.stream().anyMatch(option -> option.name().equals(name));
    }
}
