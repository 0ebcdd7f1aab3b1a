package org.mimamori.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.store.TestStores;

/** Reports over real records: what is counted for whom, by what units, in what order. */
class GuardedReportsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-15T01:30:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static final String REPORTS = """
            {"By result": {"chartType": "BAR", "index": "1", "groups": [{"code": "result"}], "aggregations": [{"type": "COUNT"}], "filterCond": "day >= \\"2026-01-01\\""},
             "Grave": {"chartType": "TABLE", "index": "0", "groups": [{"code": "grade"}], "aggregations": [{"type": "COUNT"}]},
             "Grave ones": {"chartType": "TABLE", "index": "2", "groups": [{"code": "result"}], "aggregations": [{"type": "COUNT"}], "filterCond": "grade in (\\"A\\")"},
             "Ages": {"chartType": "TABLE", "index": "3", "groups": [{"code": "result"}], "aggregations": [{"type": "MAX", "code": "age"}]}}
            """;

    private static ReportOffice office;
    private static AppDefinition visits;

    private static Actor coordinator;
    private static Actor mori;

    @BeforeAll
    static void open() {
        office = new ReportOffice(STORES.get(), CLOCK);
        visits = office.install(ReportOffice.visits(REPORTS));
        coordinator = office.person("coordinator");
        mori = office.person("mori");
        add("sakura", "2026-03-31", "2026-03-31T15:30:00Z", "met", "\"tired\",\"bruise\"", "0.1", "A", 3, 5);
        add("sakura", "2026-04-01", "2026-04-01T00:10:00Z", "absent", "\"tired\"", "0.2", "B", 7);
        add("momo", "2026-04-30", "2026-04-30T14:59:00Z", "met", "", "", "A", 1, 1, 9);
        add("momo", "2026-07-05", "2026-07-05T00:00:00Z", "met", "\"bruise\"", "10", "B");
        office.add(visits, "{\"nursery\": {\"value\": [{\"code\": \"momo\"}]}, \"minutes\": {\"value\": \"4\"}}");
    }

    private static void add(
            String nursery,
            String day,
            String at,
            String result,
            String signs,
            String minutes,
            String grade,
            int... ages) {
        String rows = Arrays.stream(ages)
                .mapToObj(age -> "{\"value\": {\"member\": {\"value\": \"m%d\"}, \"age\": {\"value\": \"%d\"}}}"
                        .formatted(age, age))
                .collect(Collectors.joining(","));
        office.add(visits, """
                {"nursery": {"value": [{"code": "%s"}]}, "day": {"value": "%s"}, "at": {"value": "%s"},
                 "clock": {"value": "%s"}, "result": {"value": "%s"}, "signs": {"value": [%s]},
                 "minutes": {"value": "%s"}, "grade": {"value": "%s"}, "family": {"value": [%s]}}
                """.formatted(nursery, day, at, at.substring(11, 16), result, signs, minutes, grade, rows));
    }

    private static String rows(ReportResult result) {
        return result.rows().stream()
                .map(row -> Stream.concat(row.keys().stream(), row.figures().stream())
                        .map(GuardedReportsTest::text)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Blank blank -> "-";
            case Value.Text(String text) -> text;
            case Value.Decimal(BigDecimal number) -> number.toPlainString();
            case Value.Choice(String option) -> option;
            case Value.Date date -> date.date().toString();
            case Value.Time(LocalTime time) -> time.toString();
            case Value.Moment(Instant instant) -> instant.toString();
            case Value.Entity(EntityRef ref) -> ref.code();
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private static String count(Actor actor, String groups) {
        return rows(ask(actor, groups, "{\"type\": \"COUNT\"}"));
    }

    private static ReportResult ask(Actor actor, String groups, String aggregations) {
        return office.ask(actor, visits, "{\"groups\": [%s], \"aggregations\": [%s]}".formatted(groups, aggregations));
    }

    @Test
    void countsOnlyWhatTheReaderMaySee() {
        assertThat(count(coordinator, "{\"code\": \"nursery\"}")).isEqualTo("momo 3, sakura 2");
        assertThat(count(mori, "{\"code\": \"nursery\"}")).isEqualTo("sakura 2");
        assertThatThrownBy(() -> count(office.person("ueda"), "{\"code\": \"nursery\"}"))
                .as("may add records, but sees none")
                .satisfies(e -> assertThat(problem(e)).isEqualTo(new Problem.Forbidden("VIEW")));
    }

    @Test
    void aReportThatMentionsAHiddenFieldDoesNotExist() {
        assertThat(office.reports.all(coordinator, visits.id()))
                .extracting(report -> report.name().base())
                .containsExactly("Grave", "By result", "Grave ones", "Ages");
        assertThat(office.reports.all(mori, visits.id()))
                .extracting(report -> report.name().base())
                .containsExactly("By result");
        for (String hidden : List.of("Grave", "Grave ones", "Ages")) {
            Report report = office.report(visits, hidden);
            Problem gone = new Problem.ReportNotFound(Long.toString(report.id()));
            assertThatThrownBy(() -> office.reports.run(mori, visits.id(), report.id()))
                    .satisfies(e -> assertThat(problem(e)).isEqualTo(gone));
            assertThatThrownBy(() -> office.reports.snapshots(mori, visits.id(), report.id()))
                    .satisfies(e -> assertThat(problem(e)).isEqualTo(gone));
            assertThatThrownBy(() -> office.reports.run(mori, visits.id(), report))
                    .satisfies(e -> assertThat(problem(e)).isEqualTo(gone));
        }
        assertThatThrownBy(() -> office.reports.run(coordinator, visits.id(), 999_999_999L))
                .satisfies(e -> assertThat(problem(e)).isEqualTo(new Problem.ReportNotFound("999999999")));
    }

    @Test
    void aHiddenFieldAskedForIsAsUnknownAsOneThatIsNotThere() {
        for (String report : List.of(
                "{\"groups\": [{\"code\": \"%s\"}], \"aggregations\": [{\"type\": \"COUNT\"}]}",
                "{\"groups\": [{\"code\": \"result\"}], \"aggregations\": [{\"type\": \"MAX\", \"code\": \"%s\"}]}",
                "{\"groups\": [{\"code\": \"result\"}], \"aggregations\": [{\"type\": \"COUNT\"}], \"filterCond\": \"%s in (\\\"A\\\")\"}")) {
            for (String hidden : List.of("grade", "age", "member", "family")) {
                String hiddenSays = faults(report.formatted(hidden)).toString();
                String nothingSays = faults(report.formatted("nothing")).toString();
                assertThat(hiddenSays.replace(hidden, "nothing")).isEqualTo(nothingSays);
            }
        }
    }

    private static List<DefinitionProblem> faults(String report) {
        try {
            office.ask(mori, visits, report);
            throw new AssertionError("answered: " + report);
        } catch (PlatformException e) {
            return ((Problem.DefinitionRefused) e.problem()).problems();
        }
    }

    private static Problem problem(Throwable thrown) {
        return ((PlatformException) thrown).problem();
    }

    @Test
    void runsAReportOfTheAppWithItsOwnCondition() {
        ReportResult result = office.reports.run(
                coordinator, visits.id(), office.report(visits, "By result").id());

        assertThat(rows(result)).as("options in their order").isEqualTo("absent 1, met 3");
        assertThat(result.totals()).containsExactly(new Value.Decimal(BigDecimal.valueOf(4)));
        assertThat(result.leftOut())
                .as("the one without a day is no part of it")
                .isZero();
    }

    @Test
    void groupsDaysByEveryUnit() {
        assertThat(count(coordinator, "{\"code\": \"day\", \"per\": \"YEAR\"}")).isEqualTo("2026-01-01 4");
        assertThat(count(coordinator, "{\"code\": \"day\", \"per\": \"FISCAL_YEAR\"}"))
                .isEqualTo("2025-04-01 1, 2026-04-01 3");
        assertThat(count(coordinator, "{\"code\": \"day\", \"per\": \"QUARTER\"}"))
                .isEqualTo("2026-01-01 1, 2026-04-01 2, 2026-07-01 1");
        assertThat(count(coordinator, "{\"code\": \"day\", \"per\": \"MONTH\"}"))
                .isEqualTo("2026-03-01 1, 2026-04-01 2, 2026-07-01 1");
        assertThat(count(coordinator, "{\"code\": \"day\", \"per\": \"WEEK\"}"))
                .as("weeks start on Sunday")
                .isEqualTo("2026-03-29 2, 2026-04-26 1, 2026-07-05 1");
        assertThat(count(coordinator, "{\"code\": \"day\", \"per\": \"DAY\"}"))
                .isEqualTo("2026-03-31 1, 2026-04-01 1, 2026-04-30 1, 2026-07-05 1");
    }

    @Test
    void groupsInstantsOnTheReadersWall() {
        assertThat(count(coordinator, "{\"code\": \"at\", \"per\": \"DAY\"}"))
                .as("half past midnight in Tokyo is the day after")
                .isEqualTo("2026-04-01 2, 2026-04-30 1, 2026-07-05 1");
        assertThat(count(coordinator, "{\"code\": \"at\", \"per\": \"MONTH\"}"))
                .isEqualTo("2026-04-01 3, 2026-07-01 1");
        assertThat(count(coordinator, "{\"code\": \"at\", \"per\": \"HOUR\"}"))
                .isEqualTo(
                        "2026-03-31T15:00:00Z 1, 2026-04-01T00:00:00Z 1, 2026-04-30T14:00:00Z 1, 2026-07-05T00:00:00Z 1");
        assertThat(count(coordinator, "{\"code\": \"at\", \"per\": \"MINUTE\"}"))
                .startsWith("2026-03-31T15:30:00Z 1, 2026-04-01T00:10:00Z 1");
        assertThat(count(coordinator, "{\"code\": \"clock\", \"per\": \"HOUR\"}"))
                .isEqualTo("00:00 2, 14:00 1, 15:00 1");
    }

    @Test
    void countsARecordUnderEachOfItsOptions() {
        ReportResult result = ask(coordinator, "{\"code\": \"signs\"}", "{\"type\": \"COUNT\"}");

        assertThat(rows(result)).isEqualTo("tired 2, bruise 2");
        assertThat(result.leftOut()).as("two without a sign").isEqualTo(2);
        assertThat(count(coordinator, "{\"code\": \"signs\"}, {\"code\": \"signs\"}"))
                .as("two levels by one field go by the same option")
                .isEqualTo("tired tired 2, bruise bruise 2");
    }

    @Test
    void takesEveryFunctionExactly() {
        String all = Stream.of("SUM", "AVERAGE", "MAX", "MIN")
                .map(function -> "{\"type\": \"%s\", \"code\": \"minutes\"}".formatted(function))
                .collect(Collectors.joining(","));
        ReportResult result = ask(coordinator, "{\"code\": \"nursery\"}", all);

        assertThat(rows(result)).isEqualTo("momo 14 7 10 4, sakura 0.3 0.15 0.2 0.1");
        assertThat(result.totals().stream().map(GuardedReportsTest::text))
                .as("an average of all, not of averages; rounded as the app rounds")
                .containsExactly("14.3", "3.58", "10", "0.1");
        assertThat(
                        rows(
                                ask(
                                        coordinator,
                                        "{\"code\": \"grade\"}",
                                        "{\"type\": \"MAX\", \"code\": \"day\"}, {\"type\": \"MIN\", \"code\": \"clock\"}, {\"type\": \"MAX\", \"code\": \"at\"}")))
                .isEqualTo("A 2026-04-30 14:59 2026-04-30T14:59:00Z, B 2026-07-05 00:00 2026-07-05T00:00:00Z");
    }

    @Test
    void countsRowsWhereAFieldOfATableIsAskedFor() {
        assertThat(rows(ask(coordinator, "{\"code\": \"member\"}", "{\"type\": \"COUNT\"}")))
                .isEqualTo("m1 2, m3 1, m5 1, m7 1, m9 1");
        assertThat(
                        rows(
                                ask(
                                        coordinator,
                                        "{\"code\": \"result\"}",
                                        "{\"type\": \"COUNT\"}, {\"type\": \"SUM\", \"code\": \"age\"}, {\"type\": \"AVERAGE\", \"code\": \"age\"}")))
                .isEqualTo("absent 1 7 7, met 5 19 3.8");
    }

    @Test
    void ordersByTotalAndByGroups() {
        String ask =
                "{\"groups\": [{\"code\": \"grade\"}, {\"code\": \"result\"}], \"aggregations\": [{\"type\": \"COUNT\"}], \"chartType\": \"%s\", \"sorts\": [%s]}";

        assertThat(rows(office.ask(coordinator, visits, ask.formatted("TABLE", ""))))
                .isEqualTo("A met 2, B absent 1, B met 1");
        assertThat(rows(office.ask(
                        coordinator, visits, ask.formatted("TABLE", "{\"by\": \"TOTAL\", \"order\": \"ASC\"}"))))
                .isEqualTo("B absent 1, B met 1, A met 2");
        assertThat(
                        rows(
                                office.ask(
                                        coordinator,
                                        visits,
                                        ask.formatted(
                                                "TABLE",
                                                "{\"by\": \"GROUP2\", \"order\": \"DESC\"}, {\"by\": \"GROUP1\", \"order\": \"DESC\"}"))))
                .isEqualTo("B met 1, A met 2, B absent 1");
        assertThat(rows(office.ask(
                        coordinator, visits, ask.formatted("BAR", "{\"by\": \"TOTAL\", \"order\": \"DESC\"}"))))
                .as("both grades come to two; their own order decides, and what belongs together stays so")
                .isEqualTo("A met 2, B absent 1, B met 1");
    }

    @Test
    void crossesTheLastLevelWithTotalsOnBothSides() {
        ReportResult result = office.ask(coordinator, visits, """
                {"chartType": "PIVOT_TABLE", "groups": [{"code": "nursery"}, {"code": "result"}],
                 "aggregations": [{"type": "AVERAGE", "code": "minutes"}], "sorts": [{"by": "GROUP1", "order": "DESC"}]}
                """);
        CrossTable cross = result.cross();

        assertThat(cross).isNotNull();
        assertThat(cross.columns().stream().map(GuardedReportsTest::text)).containsExactly("absent", "met");
        assertThat(cross.rows().stream()
                        .map(row -> text(row.keys().getFirst()) + ": "
                                + row.cells().stream()
                                        .map(GuardedReportsTest::text)
                                        .collect(Collectors.joining(" "))
                                + " = " + text(row.total())))
                .containsExactly("sakura: 0.2 0.1 = 0.15", "momo: - 10 = 10");
        assertThat(cross.columnTotals().stream().map(GuardedReportsTest::text)).containsExactly("0.2", "5.05");
        assertThat(text(cross.total())).isEqualTo("3.43");
        assertThat(result.leftOut()).isEqualTo(1);
    }

    @Test
    void leadsFromAGroupToItsRecords() {
        for (String groups : List.of(
                "{\"code\": \"day\", \"per\": \"FISCAL_YEAR\"}",
                "{\"code\": \"day\", \"per\": \"QUARTER\"}, {\"code\": \"result\"}",
                "{\"code\": \"at\", \"per\": \"DAY\"}",
                "{\"code\": \"at\", \"per\": \"HOUR\"}, {\"code\": \"signs\"}",
                "{\"code\": \"clock\", \"per\": \"HOUR\"}",
                "{\"code\": \"nursery\"}, {\"code\": \"grade\"}",
                "{\"code\": \"minutes\"}, {\"code\": \"nursery\"}",
                "{\"code\": \"Record_number\"}")) {
            String ask =
                    "{\"groups\": [%s], \"aggregations\": [{\"type\": \"COUNT\"}], \"filterCond\": \"day > \\\"2026-01-01\\\" or grade in (\\\"B\\\")\"}";
            ReportResult result = office.ask(coordinator, visits, ask.formatted(groups));
            GroupCondition condition = new GroupCondition(visits, result.report(), result.zone());
            assertThat(result.rows()).as(groups).isNotEmpty();
            for (ReportResult.Row row : result.rows()) {
                String query = condition.of(row.keys());
                Long found = office.records
                        .service()
                        .find(coordinator, visits.id(), RecordQuery.of(query).counted())
                        .total();
                assertThat(new Value.Decimal(BigDecimal.valueOf(found)))
                        .as(query)
                        .isEqualTo(row.figures().getFirst());
            }
        }
    }

    @Test
    void saysWhatCannotBeAsked() {
        assertThat(asked("{\"code\": \"note\"}", "{\"type\": \"COUNT\"}")).containsExactly("report.notGroupable");
        assertThat(asked("{\"code\": \"family\"}", "{\"type\": \"COUNT\"}")).containsExactly("report.notGroupable");
        assertThat(asked("{\"code\": \"day\"}", "{\"type\": \"COUNT\"}")).containsExactly("report.noUnit");
        assertThat(asked("{\"code\": \"day\", \"per\": \"HOUR\"}", "{\"type\": \"COUNT\"}"))
                .containsExactly("report.wrongUnit");
        assertThat(asked("{\"code\": \"result\"}", "{\"type\": \"SUM\", \"code\": \"day\"}"))
                .containsExactly("report.cannotTake");
        assertThat(asked("{\"code\": \"result\"}", "{\"type\": \"MAX\"}")).containsExactly("schema.required");
        assertThat(asked("{\"code\": \"result\"}", "")).containsExactly("schema.minItems");
    }

    private static List<String> asked(String groups, String aggregations) {
        try {
            ask(coordinator, groups, aggregations);
            return List.of();
        } catch (PlatformException e) {
            return ((Problem.DefinitionRefused) e.problem())
                    .problems().stream().map(DefinitionProblem::key).toList();
        }
    }
}
