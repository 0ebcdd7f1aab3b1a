package org.mimamori.engine.surface;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.surface.Plain.App;
import org.mimamori.engine.surface.Plain.Ask;
import org.mimamori.engine.surface.Plain.Person;
import org.mimamori.engine.surface.Plain.Rec;

/** One person before one installation: what the surfaces ask the engine, and what the rules say it should answer. */
public final class Scene {

    private static final int SAMPLE = 3;

    private static final Pattern TOKEN = Pattern.compile("zq\\d+x");

    final Installation engine;
    public final Dice dice;
    public final Person person;
    final Actor.Person actor;
    public final List<Rec> records;
    private final Rules rules;
    private final Map<String, App> apps;
    private final Round round;
    private @Nullable Set<String> allowed;

    /** @param round what has happened since people and rights were made anew */
    Scene(
            Installation engine,
            Rules rules,
            Map<String, App> apps,
            List<Rec> records,
            Round round,
            Person person,
            Dice dice) {
        this.engine = engine;
        this.rules = rules;
        this.apps = apps;
        this.records = records;
        this.round = round;
        this.person = person;
        this.actor = engine.actor(person);
        this.dice = dice;
    }

    /** A few records, for what is asked record by record; others with each call. */
    public List<Rec> sample() {
        List<Rec> sample = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            sample.add(dice.one(records));
        }
        return sample;
    }

    public App app(String code) {
        return Objects.requireNonNull(apps.get(code));
    }

    public AppId id(String app) {
        return engine.app(app).id();
    }

    public Rules rules() {
        return rules;
    }

    public boolean may(String app, String right) {
        return rules.rights(person, app(app)).contains(right);
    }

    public boolean knows(String app) {
        return rules.knows(person, app(app));
    }

    public List<Rec> of(String app) {
        return records.stream().filter(record -> record.app.equals(app)).toList();
    }

    public Optional<Map<String, Object>> seen(Rec record) {
        return rules.seen(person, app(record.app), record);
    }

    public boolean exists(String app, String field) {
        return rules.exists(person, app(app), field);
    }

    Round round() {
        return round;
    }

    /** What field rights give on a field of a record that the person sees. */
    public boolean shows(Rec record, String field) {
        return !rules.level(person, app(record.app), record.whole(), field).equals("NONE");
    }

    /** The records of a list with what is seen of them: those that meet the condition as they are seen, in order. */
    public Map<Rec, Map<String, Object>> list(String app, Ask ask, List<Order> orders) {
        Map<Rec, Map<String, Object>> seen = new HashMap<>();
        of(app).forEach(record -> seen(record)
                .filter(values -> ask.holds().test(person, values))
                .ifPresent(values -> seen.put(record, values)));
        List<Rec> sorted = new ArrayList<>(seen.keySet());
        sorted.sort(order(seen, orders));
        Map<Rec, Map<String, Object>> list = new java.util.LinkedHashMap<>();
        sorted.forEach(record -> list.put(record, Objects.requireNonNull(seen.get(record))));
        return list;
    }

    /** One key of an order. */
    public record Order(String field, boolean ascending) {
        public String text() {
            return field + (ascending ? " asc" : " desc");
        }
    }

    private static Comparator<Rec> order(Map<Rec, Map<String, Object>> seen, List<Order> orders) {
        return (left, right) -> {
            for (Order order : orders) {
                int compared = compare(value(seen, left, order), value(seen, right, order));
                if (compared != 0) {
                    return order.ascending() ? compared : -compared;
                }
            }
            return Long.compare(right.id, left.id);
        };
    }

    private static @Nullable Object value(Map<Rec, Map<String, Object>> seen, Rec record, Order order) {
        return Objects.requireNonNull(seen.get(record)).get(order.field());
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return left instanceof Integer number
                ? number.compareTo((Integer) right)
                : left.toString().compareTo(right.toString());
    }

    /** What a record of the engine shows, written down plainly. */
    static Map<String, Object> plain(AppRecord record) {
        Map<String, Object> values = new HashMap<>();
        record.values().forEach((code, value) -> values.put(code.text(), Installation.plain(value)));
        return values;
    }

    /** What should be shown of a record: field values, without its own data. */
    public static Map<String, Object> values(Map<String, Object> seen) {
        Map<String, Object> values = new HashMap<>(seen);
        values.remove(Forms.CREATOR);
        return values;
    }

    /** What the engine answers, or the name of the problem it gives; no byte of it may tell what is hidden. */
    <T> Object answer(Supplier<T> call) {
        try {
            T answer = call.get();
            requireNoLeak(String.valueOf(answer));
            return answer;
        } catch (PlatformException refused) {
            requireNoLeak(String.valueOf(refused.problem()));
            return name(refused.problem());
        }
    }

    static String name(Problem problem) {
        return switch (problem) {
            case Problem.Forbidden(String right) -> "Forbidden " + right;
            case Problem.QueryRefused refused -> "QueryRefused " + refused.fault();
            default -> problem.getClass().getSimpleName();
        };
    }

    /** Texts that stand nowhere else, of what the person may not see, must not be in what it is given. */
    public void requireNoLeak(String given) {
        Matcher tokens = TOKEN.matcher(given);
        while (tokens.find()) {
            if (!allowed().contains(tokens.group())) {
                throw new AssertionError(tokens.group() + " is hidden and stands in " + given);
            }
        }
    }

    private Set<String> allowed() {
        Set<String> known = allowed;
        if (known == null) {
            known = new HashSet<>();
            for (Rec record : records) {
                Optional<Map<String, Object>> seen = seen(record);
                if (seen.isPresent()) {
                    gather(seen.get().values(), known);
                    gather(record.comments, known);
                    for (Map.Entry<String, List<Object>> past : record.past.entrySet()) {
                        if (!rules.level(person, app(record.app), record.whole(), past.getKey())
                                .equals("NONE")) {
                            gather(past.getValue(), known);
                        }
                    }
                }
            }
            allowed = known;
        }
        return known;
    }

    /** What the person may see of a record that is not among {@link #records} may be told, too. */
    void knowSeen(Rec record) {
        allowed();
        seen(record).ifPresent(seen -> gather(seen, Objects.requireNonNull(allowed)));
    }

    private static void gather(Object values, Set<String> into) {
        into.addAll(tokens(values.toString()));
    }

    /** The texts in a text that stand nowhere else. */
    public static Set<String> tokens(String text) {
        Set<String> found = new HashSet<>();
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            found.add(tokens.group());
        }
        return found;
    }

    /** Texts the person gives itself are no secret to it. */
    public void know(String text) {
        allowed();
        gather(text, Objects.requireNonNull(allowed));
    }

    @Override
    public String toString() {
        return person + " before " + apps;
    }
}
