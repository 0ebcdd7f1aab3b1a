package org.mimamori.engine.app;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.UnreadableValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.query.QueryContext;
import org.mimamori.engine.query.QueryResolver;
import tools.jackson.databind.JsonNode;

/** A record of an app's samples, calculated, and what the app's rules say of it. */
final class SampleRecord {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final Actor READER = new Actor.Person(
            new User("hanako", "花子", "ハナコ", "", null, TOKYO, true, List.of("nursery01"), List.of(), false),
            Set.of("nursery01"),
            Locale.JAPAN);

    private final AppDefinition app;
    private final Clock clock;
    private final Map<FieldCode, Value> values;

    private SampleRecord(AppDefinition app, Clock clock, Map<FieldCode, Value> values) {
        this.app = app;
        this.clock = clock;
        this.values = values;
    }

    /** @param figures values of roll-ups by name; a roll-up that is not given is blank */
    static SampleRecord read(AppDefinition app, JsonNode record, Map<String, Value> figures, Clock clock) {
        Map<FieldCode, Value> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : record.properties()) {
            Field field = app.field(new FieldCode(entry.getKey())).orElseThrow();
            values.put(
                    field.code(), field.normalize(value(field, entry.getValue().path("value"))));
        }
        values.putIfAbsent(app.fields().system(SystemValue.CREATED_TIME).code(), new Value.Moment(clock.instant()));
        app.additions().rollups().forEach(rollup -> values.put(rollup.name(), Value.BLANK));
        figures.forEach((name, value) -> values.put(new FieldCode(name), value));
        values.putAll(app.formulas().calculate(values, clock, TOKYO));
        return new SampleRecord(app, clock, values);
    }

    private static Value value(Field field, JsonNode raw) {
        try {
            return field.read(raw);
        } catch (UnreadableValue e) {
            throw new IllegalArgumentException(field.code() + " cannot hold " + raw, e);
        }
    }

    Value value(String code) {
        return values.getOrDefault(new FieldCode(code), Value.BLANK);
    }

    String text(String code) {
        return app.field(new FieldCode(code)).orElseThrow().plainText(value(code));
    }

    /** Names of the rules the record breaks, and codes of required fields it lacks. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        app.fields().top().stream()
                .filter(field -> field.required() && value(field.code().text()).isBlank())
                .forEach(field -> faults.add(field.code().text()));
        for (Field field : app.fields().top()) {
            field.check(value(field.code().text()), problem -> faults.add(problem.field() + " " + problem.key()));
        }
        app.additions().rules().stream().filter(this::isBroken).forEach(rule -> faults.add(rule.name()));
        return faults;
    }

    private boolean isBroken(Rule rule) {
        return holds(rule.when())
                && (rule.require().stream().anyMatch(code -> value(code.text()).isBlank())
                        || !holds(rule.check())
                        || rule.at().stream().anyMatch(code -> !matches(rule.pattern(), value(code.text()))));
    }

    private static boolean matches(String pattern, Value value) {
        return pattern.isEmpty() || !(value instanceof Value.Text(String text)) || Pattern.matches(pattern, text);
    }

    /** Whether a rule lists the field among those it keeps as they are, in the state the record is in. */
    boolean fixes(String code) {
        return app.additions().rules().stream()
                .anyMatch(rule -> rule.fix().contains(new FieldCode(code)) && holds(rule.when()));
    }

    /** Whether the form shows a field or group now. */
    boolean shows(String code) {
        List<Rule> about = app.additions().rules().stream()
                .filter(rule -> rule.show().contains(new FieldCode(code)))
                .toList();
        return about.isEmpty() || about.stream().anyMatch(rule -> holds(rule.when()));
    }

    boolean holds(String condition) {
        QueryContext context = new QueryContext(READER, clock, new Directory(new NamedEntities(List.of("nursery01"))));
        return meets(new QueryResolver(app.fields(), context).resolveCondition(condition));
    }

    boolean meets(Filter filter) {
        return FilterTest.holds(filter, code -> values.getOrDefault(code, Value.BLANK));
    }
}
