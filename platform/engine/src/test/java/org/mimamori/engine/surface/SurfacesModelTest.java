package org.mimamori.engine.surface;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.store.TestStores;
import org.mimamori.engine.surface.Plain.App;
import org.mimamori.engine.surface.Plain.Person;
import org.mimamori.engine.surface.Plain.Rec;

/**
 * Random people, rights and records before every surface: each agrees with the rules written down plainly, and nothing
 * a person may not see is in anything it is given.
 *
 * <p>A case is one person, one set of rights of the two linked apps, and one record. Lists, totals and {@code evaluate}
 * tell of every record of every case; what is asked record by record (get, write, comments, history, files, related
 * records) is asked of some of them, chosen anew for each person and surface. Rights are made anew for every 6 people,
 * and those 6 people look at 24 records.
 *
 * <p>{@code -Dmimamori.surface.cases=1000000} asks for more, {@code -Dmimamori.surface.seed=N} begins with the world of
 * that number.
 */
class SurfacesModelTest {

    private static final int CASES = Integer.getInteger("mimamori.surface.cases", 10_000);
    private static final long FIRST = Long.getLong("mimamori.surface.seed", 1L);
    private static final int HOMES = 12;
    private static final int VISITS = 12;
    private static final int ROUNDS = 6;

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded();

    private final Installation engine = new Installation(STORES.get(), Clock.systemUTC());
    private int cases;

    @Test
    void everySurfaceAgreesWithTheRulesAndTellsNothingHidden() {
        for (long seed = FIRST; cases < CASES; seed++) {
            world(seed);
        }
    }

    /** One set of records, before which rights and people change round after round. */
    private void world(long seed) {
        Dice dice = new Dice(seed);
        Map<String, String> parents = dice.parents();
        engine.saveOrganizations(parents);
        engine.savePeople(dice.people());
        engine.install(dice.app(Forms.HOME), dice.app(Forms.VISIT));
        Rules rules = new Rules(parents, Installation.MAKER);
        List<Rec> records = records(dice);
        Map<String, Set<String>> told = new HashMap<>();
        for (int round = 0; round < ROUNDS && cases < CASES; round++) {
            round(seed, round, dice, rules, records, told);
        }
        engine.clear(records);
    }

    private List<Rec> records(Dice dice) {
        List<Rec> records = new ArrayList<>();
        for (int i = 0; i < HOMES; i++) {
            records.add(dice.record(Forms.HOME));
            engine.add(records.getLast());
        }
        List<Rec> homes = List.copyOf(records);
        for (int i = 0; i < VISITS; i++) {
            Rec visit = dice.record(Forms.VISIT);
            if (!dice.oneIn(6)) {
                visit.values.put("child", dice.one(homes).values.get("title"));
            }
            records.add(visit);
            engine.add(visit);
        }
        for (Rec record : records) {
            if (dice.oneIn(2)) {
                engine.change(record, Map.of("secret", dice.token()));
            }
        }
        return records;
    }

    private void round(long seed, int round, Dice dice, Rules rules, List<Rec> records, Map<String, Set<String>> told) {
        List<Person> people = dice.people();
        Map<String, App> apps = Map.of(Forms.HOME, dice.app(Forms.HOME), Forms.VISIT, dice.app(Forms.VISIT));
        engine.savePeople(people);
        engine.install(apps.get(Forms.HOME), apps.get(Forms.VISIT));
        Rec commented = dice.one(records);
        String text = dice.token();
        engine.comment(commented, text);
        told.put(
                text,
                people.stream()
                        .filter(person -> rules.views(person, apps.get(commented.app), commented))
                        .map(Person::code)
                        .collect(Collectors.toSet()));
        for (Person person : people) {
            Scene scene = new Scene(engine, rules, apps, records, told, person, dice);
            for (Surface surface : Surface.ALL) {
                check(
                        surface,
                        scene,
                        "-Dmimamori.surface.seed=%d, round %d, %s, %s".formatted(seed, round, person, apps));
            }
            cases += records.size();
        }
    }

    private static void check(Surface surface, Scene scene, String place) {
        try {
            surface.check(scene);
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError(
                    "%s disagrees: %s%n%s".formatted(surface.getClass().getSimpleName(), failed.getMessage(), place),
                    failed);
        }
    }
}
