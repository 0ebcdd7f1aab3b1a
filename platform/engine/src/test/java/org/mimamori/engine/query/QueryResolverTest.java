package org.mimamori.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.problem.QueryFault;

class QueryResolverTest {

    private static final CorpusApp APP = CorpusApp.read();
    private static final FieldCode VISITS = new FieldCode("visits");
    private static final FieldCode RESULT = new FieldCode("result");
    private static final FieldCode MINUTES = new FieldCode("minutes");

    private final QueryResolver resolver = new QueryResolver(APP.scope(), APP.askedBy("nursery01"));

    @Test
    void aConditionOfOneTestIsThatTest() {
        assertThat(resolver.resolveCondition("age = \"5.0\"")).isEqualTo(new Filter.Equal(code("age"), decimal("5")));
        assertThat(resolver.resolveCondition("")).isEqualTo(Filter.EVERYTHING);
    }

    @Test
    void theRecordNumberGoesByOneCode() {
        Filter seven = new Filter.Equal(FieldCode.ID, decimal("7"));
        assertThat(resolver.resolveCondition("番号 = \"WATCH-7\"")).isEqualTo(seven);
        assertThat(resolver.resolveCondition("$id = 7")).isEqualTo(seven);
        assertThat(resolver.resolveSort("番号 desc, $id asc")).containsExactly(new SortKey(FieldCode.ID, false));
    }

    @Test
    void operandsNameOnePartOfAValueOfSeveral() {
        assertThat(resolver.resolveCondition("signs in (\"あざ\", \"\")"))
                .isEqualTo(new Filter.In(code("signs"), List.of(new Value.Choice("あざ"), Value.BLANK)));
        assertThat(resolver.resolveCondition("belong in (\"office\")"))
                .isEqualTo(new Filter.In(code("belong"), List.of(new Value.Entity(EntityRef.organization("office")))));
    }

    @Test
    void notIsTheOppositeOfThePositiveTest() {
        assertThat(resolver.resolveCondition("name not like \"あおば\""))
                .isEqualTo(new Filter.Not(new Filter.Contains(code("name"), "あおば")));
        assertThat(resolver.resolveCondition("name is not empty"))
                .isEqualTo(new Filter.Not(new Filter.Empty(code("name"))));
    }

    @Test
    void aFunctionOfTimeIsARangeOnTheReadersWall() {
        assertThat(resolver.resolveCondition("contact_at = TODAY()"))
                .isEqualTo(Filter.between(
                        code("contact_at"),
                        Instant.parse("2026-05-14T15:00:00Z"),
                        Instant.parse("2026-05-15T15:00:00Z")));
        assertThat(resolver.resolveCondition("contact_at = NOW()"))
                .isEqualTo(Filter.between(
                        code("contact_at"),
                        Instant.parse("2026-05-15T01:30:00Z"),
                        Instant.parse("2026-05-15T01:31:00Z")));
    }

    @Test
    void positiveTestsOnOneTableJoinInOneRow() {
        Filter sameRow = new Filter.AnyRow(
                VISITS,
                new Filter.All(List.of(
                        new Filter.In(RESULT, List.of(new Value.Choice("不在"))),
                        new Filter.Between(MINUTES, decimal("5"), false, null, false))));
        assertThat(resolver.resolveCondition("result in (\"不在\") and minutes > 5"))
                .isEqualTo(sameRow);
        assertThat(resolver.resolveCondition("(result in (\"不在\") and (minutes > 5))"))
                .isEqualTo(sameRow);
    }

    @Test
    void aNegativeTestOnATableIsAboutEveryRow() {
        assertThat(resolver.resolveCondition("result not in (\"不在\")"))
                .isEqualTo(new Filter.EveryRow(
                        VISITS, new Filter.Not(new Filter.In(RESULT, List.of(new Value.Choice("不在"))))));
    }

    @Test
    void aRightDoesNotWidenForSomebodyWhoBelongsNowhere() {
        QueryResolver outsider = new QueryResolver(APP.scope(), APP.askedBy("volunteer"));
        String own = "belong in (PRIMARY_ORGANIZATION())";
        String others = "belong not in (PRIMARY_ORGANIZATION())";
        assertThat(outsider.resolveCondition(own)).isEqualTo(Filter.EVERYTHING);
        assertThat(outsider.resolveRight(own)).isEqualTo(Filter.NOTHING);
        assertThat(outsider.resolveRight(others)).isEqualTo(Filter.EVERYTHING);
        assertThat(outsider.resolveRight("belong in (\"office\", PRIMARY_ORGANIZATION())"))
                .isEqualTo(outsider.resolveRight("belong in (\"office\")"));
        assertThat(outsider.resolveRight("")).isEqualTo(Filter.EVERYTHING);
        assertThat(resolver.resolveRight(own)).isEqualTo(resolver.resolveCondition(own));
    }

    @Test
    void anAppWithoutACodeHasBareRecordNumbersOnly() {
        QueryScope bare = new CorpusScope(APP.fields(), Set.of(), "", Optional.empty());
        QueryResolver codeless = new QueryResolver(bare, APP.askedBy("nursery01"));
        assertRefused(() -> codeless.resolveCondition("番号 = \"WATCH-7\""), QueryFault.BAD_LITERAL, "番号", "WATCH-7");
        assertRefused(() -> codeless.resolveCondition("番号 = \"-7x\""), QueryFault.BAD_LITERAL, "番号", "-7x");
    }

    @Test
    void relatedRecordsThatNobodyCanOpenDoNotExist() {
        QueryScope alone = new CorpusScope(APP.fields(), Set.of(), "", Optional.empty());
        assertRefused(
                () -> new QueryResolver(alone, APP.askedBy("nursery01"))
                        .resolveCondition("reports.outcome in (\"良好\")"),
                QueryFault.UNKNOWN_FIELD,
                "reports");
    }

    @Test
    void widerLimitsAreForTheScreensAndJobsOfThePlatform() {
        QueryLimits wide = new QueryLimits(50, 2_000, 1_000_000);
        assertThat(resolver.resolve(Query.ALL, wide).limit()).isEqualTo(50);
        assertThat(resolver.resolve(Query.parse("limit 2000 offset 999999"), wide)
                        .offset())
                .isEqualTo(999_999);
        assertRefused(() -> resolver.resolve(Query.parse("limit 2001"), wide), QueryFault.LIMIT_TOO_LARGE, "2000");
    }

    private static void assertRefused(ThrowingCallable call, QueryFault fault, String... args) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.QueryRefused.of(fault, args)));
    }

    private static FieldCode code(String text) {
        return new FieldCode(text);
    }

    private static Value decimal(String number) {
        return new Value.Decimal(new BigDecimal(number));
    }
}
