package org.mimamori.ui.list;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.ui.field.DayTexts;
import org.mimamori.ui.shell.Words;

/** A condition in words: what a list is narrowed to, said above it. */
public record ConditionWords(FilterScope scope) {

    public String of(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> of) -> join(of, "filter.words.and");
            case Condition.Or(List<Condition> of) -> join(of, "filter.words.or");
            case Condition.Test test -> test(test);
        };
    }

    private String join(List<Condition> parts, String key) {
        return parts.stream()
                .map(part -> part instanceof Condition.Test ? of(part) : words().of("filter.words.group", of(part)))
                .collect(Collectors.joining(words().of(key)));
    }

    private String test(Condition.Test test) {
        Optional<FilterField> known = test.relatedField() == null ? scope.find(test.field()) : Optional.empty();
        if (known.isEmpty()) {
            return test.text();
        }
        FilterField field = known.get();
        String operands = test.operands().stream()
                .map(operand -> operand(field.field(), operand))
                .collect(Collectors.joining(words().of("field.listSeparator")));
        String operator = words().of("filter.words." + field.operatorKey(test.operator()));
        return words().of(
                        test.operands().isEmpty() ? "filter.words.empty" : "filter.words.test",
                        field.label(scope.context()),
                        operands,
                        operator);
    }

    private String operand(Field field, Operand operand) {
        return switch (operand) {
            case Operand.Quoted(String text) -> text.isEmpty() ? words().of("field.blank") : quoted(field, text);
            case Operand.Bare(String text) -> text;
            case Operand.Call(String name, List<String> args) -> call(name, args);
        };
    }

    private String quoted(Field field, String text) {
        return switch (field.shape()) {
            case CHOICE, CHOICES -> scope.context().option(field, text);
            case ENTITY, ENTITIES -> scope.context().name(new EntityRef(field.entityType(), text));
            case MOMENT -> moment(text);
            case TEXT, DECIMAL, DATE, TIME, FILES, ROWS, NONE -> text;
        };
    }

    private String moment(String text) {
        try {
            ZonedDateTime local = OffsetDateTime.parse(text)
                    .atZoneSameInstant(scope.context().person().zone());
            return DayTexts.day(local.toLocalDate(), words().locale()) + " " + DayTexts.time(local.toLocalTime());
        } catch (DateTimeException noInstant) {
            return text;
        }
    }

    private String call(String name, List<String> args) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "LOGINUSER" -> words().of("filter.own.USER");
            case "PRIMARY_ORGANIZATION" -> words().of("filter.own.ORGANIZATION");
            default ->
                DayKind.ofFunction(name)
                        .map(kind -> day(kind, args))
                        .orElseGet(() -> name + "(" + String.join(", ", args) + ")");
        };
    }

    private String day(DayKind kind, List<String> args) {
        if (kind == DayKind.FROM_TODAY && args.size() == 2) {
            boolean before = args.getFirst().startsWith("-");
            return words().of(
                            before ? "filter.words.before" : "filter.words.after",
                            args.getFirst().replace("-", ""),
                            words().of("filter.step." + args.get(1).toUpperCase(Locale.ROOT)));
        }
        String span = words().of("filter.day." + kind.name());
        if (args.isEmpty()) {
            return span;
        }
        String detail = args.getFirst().toUpperCase(Locale.ROOT);
        return span + words().of("filter.day.detail." + (detail.matches("\\d+") ? "number" : detail), detail);
    }

    private Words words() {
        return scope.context().words();
    }
}
