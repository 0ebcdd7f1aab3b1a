package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mimamori.engine.surface.Plain.App;
import org.mimamori.engine.surface.Plain.Ask;
import org.mimamori.engine.surface.Plain.Entry;
import org.mimamori.engine.surface.Plain.Move;
import org.mimamori.engine.surface.Plain.News;
import org.mimamori.engine.surface.Plain.Person;
import org.mimamori.engine.surface.Plain.Rec;
import org.mimamori.engine.surface.Plain.Told;
import tools.jackson.databind.node.ObjectNode;

/** What happens in a world between the looks at it, and who is to be told of it. */
final class Happenings {

    /** The conditions of settings ask nothing of the person. */
    private static final Person NOBODY = new Person("", List.of(), List.of(), false);

    private static final int MOVES = 4;

    private final Installation engine;
    private final Dice dice;
    private final Rules rules;
    private final List<Rec> records;
    private final List<Told> told = new ArrayList<>();
    private final List<News> news = new ArrayList<>();
    private final List<Rec> crossed = new ArrayList<>();
    /** Whom actions gave a record to; one of two alike is another. */
    private final Map<News, List<String>> assigned = new IdentityHashMap<>();

    /** @param records of which nobody has been told yet */
    Happenings(Installation engine, Dice dice, Rules rules, List<Rec> records) {
        this.engine = engine;
        this.dice = dice;
        this.rules = rules;
        this.records = records;
        for (Rec record : records) {
            news.add(new News("ADD_RECORD", record, Set.of(), ""));
            record.log.stream()
                    .filter(entry -> entry.kind().equals("Updated"))
                    .forEach(entry -> news.add(new News("UPDATE_RECORD", record, entry.fields(), "")));
            if (meets(Forms.CROSSED, record)) {
                crossed.add(record);
            }
        }
    }

    /** A record is made and deleted again, one is changed, one commented on; all are told as their rights are now. */
    Round round(List<Person> people, Map<String, App> apps) {
        Rec fleeting = dice.record(dice.one(List.of(Forms.HOME, Forms.VISIT)));
        engine.add(fleeting);
        news.add(new News("ADD_RECORD", fleeting, Set.of(), ""));
        change(dice.one(records));
        for (int i = 0; i < MOVES; i++) {
            move(people, apps.get(Forms.VISIT));
        }
        Rec commented = dice.one(records);
        String text = dice.token();
        engine.comment(commented, text);
        news.add(new News("ADD_RECORD_COMMENT", commented, Set.of(), text));
        engine.tell();
        note(people, apps);
        engine.delete(fleeting);
        news.add(new News("DELETE_RECORD", fleeting, Set.of(), ""));
        engine.tell();
        Map<String, List<ObjectNode>> sent = engine.sent();
        Round round = new Round(List.copyOf(told), List.copyOf(news), sent);
        news.clear();
        crossed.clear();
        assigned.clear();
        return round;
    }

    private void change(Rec record) {
        Map<String, Object> change = new HashMap<>();
        if (!dice.oneIn(3)) {
            change.put("secret", dice.token());
        }
        int amount = dice.below(6);
        if (!Integer.valueOf(amount).equals(record.values.get("amount")) && (change.isEmpty() || dice.oneIn(2))) {
            change.put("amount", amount);
        }
        if (change.isEmpty()) {
            change.put("secret", dice.token());
        }
        boolean before = meets(Forms.CROSSED, record);
        engine.change(record, change);
        news.add(new News("UPDATE_RECORD", record, Set.copyOf(change.keySet()), ""));
        if (!before && meets(Forms.CROSSED, record)) {
            crossed.add(record);
        }
    }

    /** Somebody tries to take an action, mostly one that the status has. */
    private void move(List<Person> people, App app) {
        Rec record = dice.one(
                records.stream().filter(one -> one.app.equals(Forms.VISIT)).toList());
        List<Move> open = rules.open(NOBODY, record);
        Move move = dice.one(open.isEmpty() || dice.oneIn(5) ? Forms.MOVES : open);
        List<Person> able = people.stream()
                .filter(one -> rules.refusal(one, app, record, move).isEmpty())
                .toList();
        Person person = dice.one(able.isEmpty() || dice.oneIn(3) ? people : able);
        String refusal = rules.refusal(person, app, record, move);
        assertThat(engine.act(person, record, move.name()))
                .as("%s by %s on %s in %s", move, person, record, app)
                .isEqualTo(refusal);
        if (refusal.isEmpty()) {
            moved(person, people, record, move);
        }
    }

    private void moved(Person actor, List<Person> people, Rec record, Move move) {
        Object before = record.values.getOrDefault(Forms.ASSIGNEE, List.of());
        List<String> next = move.to().equals("doing") ? doing(people, record) : List.of();
        record.values.put(Forms.STATUS, move.to());
        record.values.remove(Forms.ASSIGNEE);
        if (!next.isEmpty()) {
            record.values.put(Forms.ASSIGNEE, next);
        }
        Set<String> fields = before.equals(next) ? Set.of(Forms.STATUS) : Set.of(Forms.STATUS, Forms.ASSIGNEE);
        record.log.add(new Entry("StatusChanged", fields));
        News one = new News("UPDATE_STATUS", record, fields, actor.code());
        news.add(one);
        assigned.put(one, next.stream().filter(code -> !names(before, code)).toList());
    }

    private static boolean names(Object value, String code) {
        return value instanceof List<?> people && people.contains(code);
    }

    private List<String> doing(List<Person> people, Rec record) {
        return Forms.DOING.stream()
                .flatMap(who -> people.stream().filter(person -> rules.means(who, person, record)))
                .map(person -> "USER:" + person.code())
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean meets(Ask ask, Rec record) {
        return ask.holds().test(NOBODY, record.values);
    }

    /** Who was told, in the order of rights: of what happened, of conditions, and of what time brings. */
    private void note(List<Person> people, Map<String, App> apps) {
        for (News one : news) {
            if (records.contains(one.record())) {
                switch (one.kind()) {
                    case "ADD_RECORD" -> note(people, apps, "ADDED", one.record(), Set.of(), "", person -> true);
                    case "UPDATE_RECORD" ->
                        note(people, apps, "EDITED", one.record(), one.fields(), "", person -> true);
                    case "UPDATE_STATUS" -> noteMove(people, apps, one);
                    default -> note(people, apps, "MENTIONED", one.record(), Set.of(), one.text(), person -> true);
                }
            }
        }
        Set<String> asked = Forms.CROSSED.fields();
        crossed.forEach(record -> note(people, apps, "CONDITION", record, asked, "crossed", person -> true));
        Set<Rec> written = news.stream()
                .filter(one -> !one.kind().equals("ADD_RECORD_COMMENT") && records.contains(one.record()))
                .map(News::record)
                .collect(Collectors.toSet());
        for (Rec record : written) {
            if (meets(Forms.REMINDED, record)) {
                note(
                        people,
                        apps,
                        "REMINDER",
                        record,
                        Forms.REMINDED.fields(),
                        "reminded",
                        person -> Forms.REMINDERS.stream().anyMatch(who -> rules.means(who, person, record)));
            }
        }
    }

    /** Who is to act next is told so, and everybody else that the status has changed; who did it is told nothing. */
    private void noteMove(List<Person> people, Map<String, App> apps, News move) {
        Rec record = move.record();
        List<Person> others = people.stream()
                .filter(person -> !person.code().equals(move.text()))
                .toList();
        List<String> next = assigned.getOrDefault(move, List.of());
        note(
                others,
                apps,
                "ASSIGNED",
                record,
                Set.of(Forms.ASSIGNEE),
                "",
                person -> next.contains("USER:" + person.code()));
        Set<String> told = this.told.getLast().people();
        note(others, apps, "STATUS_CHANGED", record, Set.of(Forms.STATUS), "", person -> !told.contains(person.code()));
    }

    private void note(
            List<Person> people,
            Map<String, App> apps,
            String kind,
            Rec record,
            Set<String> fields,
            String text,
            Predicate<Person> meant) {
        Set<String> who = people.stream()
                .filter(meant)
                .filter(person -> rules.mayBeTold(person, apps.get(record.app), record, kind, fields))
                .map(Person::code)
                .collect(Collectors.toSet());
        told.add(new Told(kind, record, fields, text, who));
    }
}
