package org.mimamori.engine.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;

/** Random people, rights and records: the compiled filters agree with the rules written down plainly. */
class PermissionsModelTest {

    private static final int CASES = Integer.getInteger("mimamori.permission.cases", 10_000);

    private static final Map<String, String> ABOVE =
            Map.of("nursery01", "nurseries", "nursery02", "nurseries", "nurseries", "city", "coord", "city");
    private static final List<String> ORGANIZATIONS =
            List.of("nursery01", "nursery02", "nurseries", "city", "coord", "jiso");
    private static final List<String> GROUPS = List.of("staff", "heads", "coordinators");
    private static final List<String> USERS = List.of("sato", "suzuki", "tanaka");
    private static final List<String> CONDITIONS = List.of("", "urgent", "closed");
    private static final List<String> ENTITY_FIELDS = List.of("belong", "lead");
    private static final List<String> RESTRICTED = List.of("secret", "flags");

    @Test
    void agreesWithTheRulesWrittenDownPlainly() {
        Random random = new Random(20261122);
        for (int i = 0; i < CASES; i++) {
            check(random, i);
        }
    }

    private void check(Random random, int number) {
        Rights rights = rights(random);
        Actor.Person person = person(random);
        EntityRef creator = EntityRef.user(one(random, USERS));
        RightsModel.Sheet record = sheet(random);
        RightsModel model = new RightsModel(rights, creator);
        Access access = new Permissions(rights, creator, PermissionsModelTest::condition).of(person, 1);

        assertThat(access.may(Right.ADD)).as("add, case %d", number).isEqualTo(model.may(person, Right.ADD));
        assertThat(holds(access.visible(), record))
                .as("view, case %d: %s %s %s", number, person, rights, record)
                .isEqualTo(model.views(person, record));
        assertThat(holds(access.editable(), record))
                .as("edit, case %d: %s %s %s", number, person, rights, record)
                .isEqualTo(model.edits(person, record));
        assertThat(holds(access.deletable(), record))
                .as("delete, case %d: %s %s %s", number, person, rights, record)
                .isEqualTo(model.deletes(person, record));
        for (String code : RESTRICTED) {
            FieldAccess field = access.field(new FieldCode(code));
            Accessibility expected = model.accessibility(person, new FieldCode(code), record);
            assertThat(field.in(values(record)))
                    .as("field, case %d: %s %s %s", number, person, rights, record)
                    .isEqualTo(expected);
            assertThat(expected).as("bounds, case %d", number).isBetween(field.always(), field.ever());
        }
    }

    /** A condition stands for a check box of its name. */
    private static Filter condition(String text) {
        return text.isEmpty()
                ? Filter.EVERYTHING
                : new Filter.In(new FieldCode("flags"), List.of(new Value.Choice(text)));
    }

    private static boolean holds(Filter filter, RightsModel.Sheet record) {
        return FilterTest.holds(filter, values(record));
    }

    private static Function<FieldCode, Value> values(RightsModel.Sheet record) {
        Map<FieldCode, Value> held = new HashMap<>();
        held.put(new FieldCode("flags"), Value.choices(List.copyOf(record.meets())));
        record.named().forEach((code, refs) -> held.put(new FieldCode(code), Value.entities(refs)));
        return code -> held.getOrDefault(code, Value.BLANK);
    }

    private static RightsModel.Sheet sheet(Random random) {
        Set<String> meets = new HashSet<>();
        CONDITIONS.stream().filter(c -> !c.isEmpty() && random.nextBoolean()).forEach(meets::add);
        return new RightsModel.Sheet(
                Map.of(
                        "belong", some(random, ORGANIZATIONS, EntityRef::organization),
                        "lead", some(random, USERS, EntityRef::user)),
                meets);
    }

    private static List<EntityRef> some(Random random, List<String> codes, Function<String, EntityRef> ref) {
        return codes.stream().filter(c -> random.nextInt(4) == 0).map(ref).toList();
    }

    private static Actor.Person person(Random random) {
        List<String> organizations =
                ORGANIZATIONS.stream().filter(c -> random.nextInt(4) == 0).toList();
        Set<String> above = new HashSet<>();
        for (String start : organizations) {
            for (String code = start; code != null; code = ABOVE.get(code)) {
                above.add(code);
            }
        }
        List<String> groups =
                GROUPS.stream().filter(c -> random.nextInt(3) == 0).toList();
        User user = new User(
                one(random, USERS),
                "",
                "",
                "",
                null,
                ZoneId.of("Asia/Tokyo"),
                true,
                organizations,
                groups,
                random.nextInt(5) == 0);
        return new Actor.Person(user, above, Locale.JAPANESE);
    }

    private static Rights rights(Random random) {
        List<AppRight> app = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Set<Right> granted = new HashSet<>();
            for (Right right : Right.values()) {
                if (random.nextBoolean()) {
                    granted.add(right);
                }
            }
            app.add(new AppRight(entity(random, false), random.nextBoolean(), granted));
        }
        List<RecordRight> records = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<RecordRight.Row> rows = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                rows.add(new RecordRight.Row(
                        entity(random, true),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean()));
            }
            records.add(new RecordRight(one(random, CONDITIONS), rows));
        }
        return new Rights(app, records, fields(random));
    }

    private static List<FieldRight> fields(Random random) {
        List<FieldRight> fields = new ArrayList<>();
        for (String code : RESTRICTED) {
            List<FieldRight.Row> rows = new ArrayList<>();
            for (int j = random.nextInt(5); j > 0; j--) {
                rows.add(new FieldRight.Row(
                        entity(random, true), random.nextBoolean(), one(random, List.of(Accessibility.values()))));
            }
            if (random.nextInt(4) > 0) {
                fields.add(new FieldRight(new FieldCode(code), rows));
            }
        }
        return fields;
    }

    private static RightEntity entity(Random random, boolean inRecord) {
        return switch (random.nextInt(inRecord ? 5 : 4)) {
            case 0 -> new RightEntity(RightEntity.Type.USER, one(random, USERS));
            case 1 -> new RightEntity(RightEntity.Type.ORGANIZATION, one(random, ORGANIZATIONS));
            case 2 -> new RightEntity(RightEntity.Type.GROUP, random.nextBoolean() ? "everyone" : one(random, GROUPS));
            case 3 ->
                inRecord
                        ? new RightEntity(RightEntity.Type.GROUP, "everyone")
                        : new RightEntity(RightEntity.Type.CREATOR, "");
            default -> new RightEntity(RightEntity.Type.FIELD_ENTITY, one(random, ENTITY_FIELDS));
        };
    }

    private static <T> T one(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
