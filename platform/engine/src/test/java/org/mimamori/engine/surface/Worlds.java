package org.mimamori.engine.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mimamori.engine.surface.Plain.App;
import org.mimamori.engine.surface.Plain.Person;
import org.mimamori.engine.surface.Plain.Rec;

/**
 * Random worlds, one per seed: people, two linked apps and their records. Round after round, the people's places and
 * all rights are made anew, and everybody looks.
 *
 * @param homes number of records in the app that is looked up
 * @param visits number of records in the app that looks up
 * @param rounds how often rights and people change before the same records
 */
public record Worlds(Installation engine, int homes, int visits, int rounds) {

    /**
     * Lets everybody of one world look.
     *
     * @return the number of cases: people times records, in every round
     */
    public int run(long seed, Consumer<Scene> look) {
        Dice dice = new Dice(seed);
        Map<String, String> parents = dice.parents();
        engine.saveOrganizations(parents);
        engine.savePeople(dice.people());
        engine.install(dice.app(Forms.HOME), dice.app(Forms.VISIT));
        List<Rec> records = records(dice);
        Rules rules = new Rules(parents, Installation.MAKER);
        Happenings happenings = new Happenings(engine, dice, rules, records);
        int cases = 0;
        for (int round = 0; round < rounds; round++) {
            List<Person> people = dice.people();
            Map<String, App> apps = Map.of(Forms.HOME, dice.app(Forms.HOME), Forms.VISIT, dice.app(Forms.VISIT));
            engine.savePeople(people);
            engine.install(apps.get(Forms.HOME), apps.get(Forms.VISIT));
            Round now = happenings.round(people, apps);
            for (Person person : people) {
                Scene scene = new Scene(engine, rules, apps, records, now, person, dice);
                looked(look, scene, "-Dmimamori.surface.seed=" + seed + ", round " + round);
                cases += records.size();
            }
        }
        engine.clear(records);
        return cases;
    }

    private static void looked(Consumer<Scene> look, Scene scene, String place) {
        try {
            look.accept(scene);
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError(failed.getMessage() + "\n" + place + ", " + scene, failed);
        }
    }

    private List<Rec> records(Dice dice) {
        List<Rec> records = new ArrayList<>();
        for (int i = 0; i < homes; i++) {
            records.add(dice.record(Forms.HOME));
            engine.add(records.getLast());
        }
        for (int i = 0; i < visits; i++) {
            Rec visit = dice.record(Forms.VISIT);
            if (!dice.oneIn(6)) {
                visit.values.put("child", records.get(dice.below(homes)).values.get("title"));
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
}
