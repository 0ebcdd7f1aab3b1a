package org.mimamori.api.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Option;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.engine.query.Query;

/**
 * The statuses of a process as one caller names them: in their language, as kintone does in records. What a client read
 * it may ask for, so a query names them either way.
 */
final class StatusNames {

    private final String field;
    private final Map<String, String> shown = new HashMap<>();
    private final Map<String, String> meant = new HashMap<>();

    StatusNames(AppDefinition app, Locale language) {
        Field status = app.fields().system(SystemValue.STATUS);
        this.field = status.code().text();
        List<String> names = status.options().stream().map(Option::name).toList();
        for (String name : names) {
            String translated = app.labels().ofOption(status.code(), name, language);
            if (!translated.equals(name)) {
                shown.put(name, translated);
                meant.putIfAbsent(translated, name);
            }
        }
        // A text that is the name of a status means that one, whatever others are called in some language.
        names.forEach(meant::remove);
    }

    String shown(String name) {
        return shown.getOrDefault(name, name);
    }

    /** The query with statuses by the names they are kept under. */
    Query meant(Query query) {
        Condition condition = query.condition();
        return condition == null || meant.isEmpty()
                ? query
                : new Query(meant(condition), query.sort(), query.limit(), query.offset());
    }

    private Condition meant(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> of) ->
                new Condition.And(of.stream().map(this::meant).toList());
            case Condition.Or(List<Condition> of) ->
                new Condition.Or(of.stream().map(this::meant).toList());
            case Condition.Test test ->
                test.field().equals(field) && test.relatedField() == null
                        ? new Condition.Test(
                                test.field(),
                                null,
                                test.operator(),
                                test.operands().stream().map(this::meant).toList(),
                                test.position())
                        : test;
        };
    }

    private Operand meant(Operand operand) {
        return operand instanceof Operand.Quoted(String text)
                ? new Operand.Quoted(meant.getOrDefault(text, text))
                : operand;
    }
}
