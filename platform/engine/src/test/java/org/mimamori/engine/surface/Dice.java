package org.mimamori.engine.surface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.surface.Plain.App;
import org.mimamori.engine.surface.Plain.AppRow;
import org.mimamori.engine.surface.Plain.Ask;
import org.mimamori.engine.surface.Plain.Block;
import org.mimamori.engine.surface.Plain.FieldRow;
import org.mimamori.engine.surface.Plain.Person;
import org.mimamori.engine.surface.Plain.Rec;
import org.mimamori.engine.surface.Plain.RecordRow;
import org.mimamori.engine.surface.Plain.Who;

/** Random installations; the same seed gives the same ones. */
public final class Dice {

    static final List<String> KINDS = List.of("a", "b", "c");
    static final List<String> USERS = List.of("u0", "u1", "u2", "u3", "u4", "u5");
    static final List<String> ORGANIZATIONS = List.of("o0", "o1", "o2", "o3", "o4", "o5");
    static final List<String> GROUPS = List.of("g0", "g1", "g2");
    static final List<String> RIGHTS = List.of(
            "appEditable",
            "recordViewable",
            "recordAddable",
            "recordEditable",
            "recordDeletable",
            "recordImportable",
            "recordExportable");

    private static final List<String> LEVELS = List.of("NONE", "READ", "WRITE", "NONE");

    private final Random random;
    private int token;

    public Dice(long seed) {
        this.random = new Random(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(List<T> of, int oneIn) {
        return of.stream().filter(each -> oneIn(oneIn)).toList();
    }

    /** A text that stands nowhere else. */
    String token() {
        return "zq" + (++token) + "x";
    }

    /** A forest: whom each organisation stands under. */
    Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        IntStream.range(1, ORGANIZATIONS.size())
                .filter(i -> !oneIn(4))
                .forEach(i -> parents.put(ORGANIZATIONS.get(i), ORGANIZATIONS.get(below(i))));
        return parents;
    }

    List<Person> people() {
        return USERS.stream()
                .map(code -> new Person(code, some(ORGANIZATIONS, 4), some(GROUPS, 3), oneIn(8)))
                .toList();
    }

    App app(String code) {
        List<AppRow> rows = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            rows.add(new AppRow(who(oneIn(5) ? "CREATOR" : ""), new HashSet<>(some(RIGHTS, oneIn(2) ? 2 : 3))));
        }
        rows.add(new AppRow(new Who("CREATOR", "", false), Set.copyOf(RIGHTS)));
        if (!oneIn(5)) {
            Set<String> most = new HashSet<>(some(RIGHTS, 2));
            most.add(oneIn(5) ? "recordAddable" : "recordViewable");
            rows.add(below(rows.size()), new AppRow(new Who("GROUP", "everyone", false), most));
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            Ask when = code.equals(Forms.VISIT) && oneIn(3) ? status() : condition();
            blocks.add(new Block(oneIn(4) ? everything() : when, recordRows()));
        }
        Map<String, List<FieldRow>> fields = new LinkedHashMap<>();
        for (String field : Forms.restrictable(code)) {
            if (oneIn(3)) {
                fields.put(field, fieldRows());
            }
        }
        return new App(code, rows, blocks, fields);
    }

    private List<RecordRow> recordRows() {
        List<RecordRow> rows = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            rows.add(new RecordRow(inRecord(), !oneIn(3), oneIn(2), oneIn(3)));
        }
        if (rows.isEmpty() || !oneIn(3)) {
            rows.add(
                    below(rows.size() + 1),
                    new RecordRow(new Who("GROUP", "everyone", false), oneIn(2), oneIn(4), oneIn(4)));
        }
        return rows;
    }

    private List<FieldRow> fieldRows() {
        List<FieldRow> rows = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            rows.add(new FieldRow(inRecord(), one(LEVELS)));
        }
        if (rows.isEmpty() || !oneIn(3)) {
            rows.add(below(rows.size() + 1), new FieldRow(new Who("GROUP", "everyone", false), one(LEVELS)));
        }
        return rows;
    }

    private Who inRecord() {
        return who(oneIn(2) ? "FIELD_ENTITY" : "");
    }

    private Who who(String type) {
        boolean subs = random.nextBoolean();
        return switch (type) {
            case "CREATOR" -> new Who(type, "", subs);
            case "FIELD_ENTITY" -> new Who(type, one(Forms.PEOPLE), subs);
            default ->
                switch (below(3)) {
                    case 0 -> new Who("USER", one(USERS), subs);
                    case 1 -> new Who("GROUP", one(GROUPS), subs);
                    default -> new Who("ORGANIZATION", one(ORGANIZATIONS), subs);
                };
        };
    }

    /** A record of the app; its number is the engine's to give. */
    Rec record(String app) {
        Rec record = new Rec(app, one(USERS));
        record.values.put("title", token());
        maybe(record, "secret", token());
        maybe(record, "amount", below(6));
        maybe(record, "kind", one(KINDS));
        put(record, "lead", some(USERS, 4).stream().map(code -> "USER:" + code).toList());
        put(
                record,
                "team",
                some(ORGANIZATIONS, 5).stream()
                        .map(code -> "ORGANIZATION:" + code)
                        .toList());
        put(
                record,
                "circle",
                some(GROUPS, 4).stream().map(code -> "GROUP:" + code).toList());
        put(record, "rows", IntStream.range(0, below(3)).mapToObj(i -> token()).toList());
        maybe(record, "paper", token() + ".txt");
        return record;
    }

    private void maybe(Rec record, String field, Object value) {
        if (!oneIn(5)) {
            record.values.put(field, value);
        }
    }

    private static void put(Rec record, String field, List<?> values) {
        if (!values.isEmpty()) {
            record.values.put(field, values);
        }
    }

    public static Ask everything() {
        return new Ask("", Set.of(), (person, values) -> true);
    }

    /** A condition of record rights. */
    private Ask condition() {
        return switch (below(6)) {
            case 0 -> amount();
            case 1 -> kind();
            case 2 -> ask("lead in (LOGINUSER())", "lead", (person, value) -> names(value, "USER:" + person.code()));
            case 3 ->
                ask(
                        "team in (PRIMARY_ORGANIZATION())",
                        "team",
                        (person, value) -> !person.organizations().isEmpty()
                                && names(
                                        value,
                                        "ORGANIZATION:" + person.organizations().getFirst()));
            case 4 ->
                ask(
                        "team not in (PRIMARY_ORGANIZATION())",
                        "team",
                        (person, value) -> person.organizations().isEmpty()
                                || !names(
                                        value,
                                        "ORGANIZATION:" + person.organizations().getFirst()));
            default -> amount().or(kind());
        };
    }

    /** A condition somebody asks for, over any fields; texts are taken from the records. */
    public Ask question(List<Rec> records) {
        Ask first = test(records);
        return switch (below(4)) {
            case 0 -> first.and(scalar(records));
            case 1 -> first.or(scalar(records));
            default -> first;
        };
    }

    private Ask test(List<Rec> records) {
        if (!oneIn(3)) {
            return scalar(records);
        }
        String needle = text(records, "rows");
        return oneIn(2)
                ? ask(
                        "cell like \"" + needle + "\"",
                        "rows",
                        value -> cells(value).anyMatch(cell -> cell.contains(needle)))
                : ask(
                        "cell not like \"" + needle + "\"",
                        "rows",
                        value -> value != null && cells(value).noneMatch(cell -> cell.contains(needle)));
    }

    private static java.util.stream.Stream<String> cells(@Nullable Object value) {
        return value instanceof List<?> cells ? cells.stream().map(Objects::toString) : java.util.stream.Stream.of();
    }

    private Ask scalar(List<Rec> records) {
        String field = one(List.of("title", "secret", "paper"));
        String text = text(records, field);
        return switch (below(16)) {
            case 0, 1 -> amount();
            case 2 -> kind();
            case 3 -> ask("kind not in (\"a\", \"b\")", "kind", value -> !"a".equals(value) && !"b".equals(value));
            case 4 -> {
                String user = one(USERS);
                yield ask("lead in (\"" + user + "\")", "lead", value -> names(value, "USER:" + user));
            }
            case 5 ->
                ask("lead not in (LOGINUSER())", "lead", (person, value) -> !names(value, "USER:" + person.code()));
            case 6 -> {
                String user = one(USERS);
                yield ask(
                        Forms.CREATOR + " in (\"" + user + "\")", Forms.CREATOR, value -> names(value, "USER:" + user));
            }
            case 12 -> ask("secret is empty", "secret", value -> value == null);
            case 13 -> ask("secret is not empty", "secret", value -> value != null);
            case 14 -> ask("kind in (\"\", \"a\")", "kind", value -> value == null || value.equals("a"));
            case 15 -> ask("amount = \"\"", "amount", value -> value == null);
            case 7 -> ask("secret = \"" + text + "\"", "secret", value -> text.equals(value));
            case 8 -> ask("title != \"" + text + "\"", "title", value -> !text.equals(value));
            case 9 -> ask(field + " not like \"" + text + "\"", field, value -> !contains(value, text));
            default -> ask(field + " like \"" + text + "\"", field, value -> contains(value, text));
        };
    }

    private Ask status() {
        String status = one(List.of("open", "doing", "done"));
        return ask(Forms.STATUS + " in (\"" + status + "\")", Forms.STATUS, value -> status.equals(value));
    }

    private Ask kind() {
        String kind = one(KINDS);
        return ask("kind in (\"" + kind + "\")", "kind", value -> kind.equals(value));
    }

    private Ask amount() {
        int bound = below(6);
        return switch (below(4)) {
            case 0 -> ask("amount > " + bound, "amount", value -> value instanceof Integer n && n > bound);
            case 1 -> ask("amount <= " + bound, "amount", value -> value instanceof Integer n && n <= bound);
            case 2 -> ask("amount != " + bound, "amount", value -> !Objects.equals(value, bound));
            default ->
                ask(
                        "amount in (" + bound + ", 1)",
                        "amount",
                        value -> value instanceof Integer n && (n == bound || n == 1));
        };
    }

    /** A text that some record holds in the field, or in any. */
    String text(List<Rec> records, String field) {
        List<String> texts = new ArrayList<>();
        for (Rec record : records) {
            Object value = record.values.get(oneIn(6) ? "secret" : field);
            if (value instanceof List<?> cells) {
                texts.add(Objects.toString(one(cells)));
            } else if (value != null) {
                texts.add(Objects.toString(value));
            }
        }
        return texts.isEmpty() ? "zq0x" : one(texts).replace(".txt", "");
    }

    private static boolean contains(@Nullable Object value, String needle) {
        return value != null && value.toString().contains(needle);
    }

    private static boolean names(@Nullable Object value, String entity) {
        return value instanceof List<?> entities && entities.contains(entity);
    }

    private interface OfPerson {
        boolean test(Person person, @Nullable Object value);
    }

    private static Ask ask(String text, String field, OfPerson test) {
        return new Ask(text, Set.of(field), (person, values) -> test.test(person, values.get(field)));
    }

    private static Ask ask(String text, String field, Predicate<@Nullable Object> test) {
        return ask(text, field, (person, value) -> test.test(value));
    }
}
