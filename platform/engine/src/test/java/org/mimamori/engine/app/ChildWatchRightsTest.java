package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Accessibility;
import org.mimamori.engine.permission.Permissions;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.QueryContext;
import org.mimamori.engine.query.QueryResolver;

/** Who sees and changes what in the child-watch apps, on their samples. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChildWatchRightsTest {

    private final ChildWatch apps = new ChildWatch();

    /** Samples: 1 and 2 are siblings, 3 has a protected address, 6 is closed, 7 is waiting for approval. */
    @ParameterizedTest
    @CsvSource({
        "coordinator_heads, coord,     1 2 3 4 5 6 7, 1 2 3 4 5 6 7",
        "coordinators,      coord,     1 2 3 4 5 6 7, 1 2 3 4 5 7",
        "nursery_staff,     nursery01, 1 2 3,         ''",
        "nursery_heads,     nursery01, 1 2 3,         ''",
        "nursery_staff,     nursery02, '',            ''",
        "school_staff,      school01,  1 2 7,         ''",
        "school_staff,      school02,  '',            ''",
        "npo_staff,         npo01,     4,             ''",
        "jiso_staff,        jiso,      '',            ''",
        "health_staff,      health,    4 5,           ''",
        "nursery_staff,     '',        '',            ''",
        "system_admins,     coord,     '',            ''"
    })
    void register(String group, String organization, String seen, String changed) {
        Access access = access("child_register", person(group, organization));

        assertThat(numbers("child_register", access.visible(), "child_no")).isEqualTo(seen);
        assertThat(numbers("child_register", access.editable(), "child_no")).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource({
        "coordinators,  coord,     0 1 2 3 4 5 6 7 8 9, 0 1 2 3 4 5 6 7 8 9, 0 1 2 3 4 5 6 7 8 9",
        "nursery_staff, nursery01, 0 1 2 3 4 5 6 7 8 9, 2 3 4 5 6,           ''",
        "nursery_heads, nursery01, 0 1 2 3 4 5 6 7 8 9, 0 1 2 3 4 5 6 7,     ''",
        "nursery_heads, nursery02, '',                  '',                  ''",
        "nursery_heads, '',        '',                  '',                  ''",
        "school_staff,  school01,  0 1 2 3 4 8 9,       8,                   ''",
        "npo_staff,     npo01,     '',                  '',                  ''",
        "jiso_staff,    jiso,      5,                   '',                  ''",
        "system_admins, '',        '',                  '',                  ''"
    })
    void attendance(String group, String organization, String seen, String changed, String deleted) {
        Access access = access("att_daily", person(group, organization));

        assertThat(attendance(access.visible())).isEqualTo(seen);
        assertThat(attendance(access.editable())).isEqualTo(changed);
        assertThat(attendance(access.deletable())).isEqualTo(deleted);
    }

    @ParameterizedTest
    @CsvSource({
        "coordinators,      coord,     coordinator, 0 1 2 3 4, 0 1 2 3 4",
        "coordinators,      coord,     colleague,   0 1 2 3, 0 1 2 3",
        "coordinator_heads, coord,     head,        0 1 2 3 4, 0 1 2 3",
        "nursery_staff,     nursery01, nursery01,   0 1,       0",
        "nursery_staff,     nursery02, nursery02,   '',        ''",
        "jiso_staff,        jiso,      jiso01,      2,         ''",
        "npo_staff,         npo01,     npo01,       3,         3",
        "health_staff,      health,    health01,    3,         ''"
    })
    void log(String group, String organization, String user, String seen, String changed) {
        Actor.Person person = person(user, group, organization);
        Access access = access("contact_log", person);

        assertThat(indexes("contact_log", access.visible())).isEqualTo(seen);
        assertThat(indexes("contact_log", access.editable())).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource({
        "category,       coordinators WRITE, jiso_staff NONE,    nursery_heads NONE",
        "reg_state,      coordinator_heads WRITE, coordinators READ, nursery_staff NONE",
        "address,        coordinators WRITE, npo_staff READ,     nursery_staff NONE",
        "secret_address, coordinators WRITE, npo_staff NONE,     jiso_staff NONE",
        "allergy,        coordinators WRITE, npo_staff READ,     school_staff NONE",
        "addr_protect,   coordinators WRITE, nursery_heads READ, nursery_staff NONE",
        "share_scope,    coordinators WRITE, nursery_staff NONE, health_staff NONE",
        "case_no,        coordinators WRITE, nursery_staff NONE, npo_staff NONE",
        "dup_count,      coordinators WRITE, nursery_staff NONE, school_staff NONE",
        "token,          coordinators READ,  nursery_heads READ, nursery_staff NONE",
        "shared_with,    coordinators WRITE, nursery_staff WRITE, school_staff WRITE",
        "name,           coordinators WRITE, nursery_staff WRITE, npo_staff WRITE"
    })
    void restrictedFieldsOfTheRegister(String field, String first, String second, String third) {
        for (String expected : List.of(first, second, third)) {
            String group = expected.split(" ")[0];
            Accessibility accessibility =
                    access("child_register", person(group, "coord")).of(new FieldCode(field));
            assertThat(group + " " + accessibility).isEqualTo(expected);
        }
    }

    @Test
    void onlyTheCoordinatingBodyAddsChildrenAndNobodyElseCanChangeAny() {
        for (String group : List.of("nursery_heads", "nursery_staff", "school_staff", "npo_staff", "jiso_staff")) {
            assertThat(access("child_register", person(group, "nursery01")).rights())
                    .as(group)
                    .containsExactly(Right.VIEW);
        }
        assertThat(access("child_register", person("coordinators", "coord")).may(Right.ADD))
                .isTrue();
    }

    @Test
    void whoBelongsToNoRoleKnowsOfNoApp() {
        for (String app : List.of("child_register", "att_daily", "contact_log")) {
            assertThat(access(app, person("everyone", "nursery01")).sees()).isFalse();
        }
        assertThat(access("att_daily", person("npo_staff", "npo01")).sees()).isFalse();
    }

    private Access access(String code, Actor.Person person) {
        AppDefinition app = apps.app(code);
        Directory directory = new Directory(new NamedEntities(List.of()));
        QueryContext context = new QueryContext(person, Definitions.CLOCK, directory);
        Function<String, Filter> conditions = text -> new QueryResolver(app.fields(), context).resolveRight(text);
        return new Permissions(app.rights(), EntityRef.user("Administrator"), conditions)
                .of(person, app.id().value());
    }

    private static Actor.Person person(String group, String organization) {
        return person("hanako", group, organization);
    }

    private static Actor.Person person(String user, String group, String organization) {
        List<String> organizations = organization.isEmpty() ? List.of() : List.of(organization);
        List<String> groups = group.equals("everyone") ? List.of() : List.of(group);
        User person = new User(user, user, "", "", null, ZoneId.of("Asia/Tokyo"), true, organizations, groups, false);
        Set<String> above = organization.isEmpty() ? Set.of() : Set.of(organization, "city");
        return new Actor.Person(person, above, Locale.JAPAN);
    }

    /** Last digits of the children's numbers. */
    private String numbers(String app, Filter filter, String number) {
        return String.join(
                " ",
                apps.records(app)
                        .filter(record -> record.meets(filter))
                        .map(record -> record.text(number).substring(11))
                        .toList());
    }

    /** Attendance samples with what their lookup copies: nursery, and the siblings' schools. */
    private String attendance(Filter filter) {
        StringBuilder kept = new StringBuilder();
        List<SampleRecord> records = apps.attendanceWithCopies();
        for (int i = 0; i < records.size(); i++) {
            kept.append(records.get(i).meets(filter) ? " " + i : "");
        }
        return kept.toString().strip();
    }

    private String indexes(String app, Filter filter) {
        StringBuilder kept = new StringBuilder();
        List<SampleRecord> records = apps.records(app).toList();
        for (int i = 0; i < records.size(); i++) {
            kept.append(records.get(i).meets(filter) ? " " + i : "");
        }
        return kept.toString().strip();
    }
}
