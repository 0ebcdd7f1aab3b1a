package org.mimamori.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimamori.api.error.CallException;
import org.mimamori.api.error.CallProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.RecordChange;

class ParametersTest {

    @Test
    void prefersTheBodyToTheQueryString() {
        Parameters merged = Parameters.of("app=1&id=7", bytes("{\"app\":2}"));

        assertThat(merged.app().value()).isEqualTo(2);
        assertThat(merged.id("id")).isEqualTo(7);
    }

    @Test
    void takesNumbersAndTheirTexts() {
        Parameters given = body("{\"a\":12,\"b\":\"12\",\"c\":\" 12 \",\"d\":1.2e1,\"e\":9007199254740991}");

        assertThat(List.of(given.id("a"), given.id("b"), given.id("c"), given.id("d"), given.id("e")))
                .containsExactly(12L, 12L, 12L, 12L, 9007199254740991L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "\"\"", "1.5", "\"1e999999999\"", "99999999999999999999"})
    void saysWhenANumberIsNone(String value) {
        assertThatProblem("{\"id\":" + value + "}").isEqualTo(Problem.BadParameter.of("id", "notNumeric"));
    }

    @Test
    void saysWhenANumberIsTooSmall() {
        assertThatProblem("{\"id\":0}").isEqualTo(Problem.BadParameter.of("id", "tooSmall", 1L));
        assertThatProblem("{\"id\":-3}").isEqualTo(Problem.BadParameter.of("id", "tooSmall", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{}", "true"})
    void callsAValueOfTheWrongTypeBadJson(String value) {
        assertThatProblem("{\"id\":" + value + "}").isInstanceOf(Problem.BadJson.class);
    }

    @Test
    void takesNullAndAbsenceAlike() {
        assertThatProblem("{\"id\":null}").isEqualTo(Problem.BadParameter.of("id", "required"));
        assertThatProblem("{}").isEqualTo(Problem.BadParameter.of("id", "required"));
    }

    @Test
    void namesAllMissingParametersAtOnce() {
        assertThatThrownBy(() -> body("{}").require("app", "id"))
                .isInstanceOfSatisfying(
                        CallException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(new CallProblem.BadParameters(List.of(
                                        Problem.BadParameter.of("app", "required"),
                                        Problem.BadParameter.of("id", "required")))));
    }

    @Test
    void readsTheRevisionAsUncheckedWhenAbsentNullOrMinusOne() {
        assertThat(List.of(
                        body("{}").revision(),
                        body("{\"revision\":null}").revision(),
                        body("{\"revision\":-1}").revision(),
                        body("{\"revision\":\"-1\"}").revision()))
                .containsOnly(RecordChange.ANY);
        assertThat(body("{\"revision\":\"3\"}").revision()).isEqualTo(3);
    }

    @Test
    void readsRevisionsByPositionWithNullsAmongThem() {
        assertThat(body("{\"revisions\":[null,\"2\",-1,\"\"]}").revisions("revisions"))
                .containsExactly(RecordChange.ANY, 2L, RecordChange.ANY, RecordChange.ANY);
    }

    @Test
    void takesBooleansAndTheirTexts() {
        assertThat(body("{\"a\":true}").flag("a")).isTrue();
        assertThat(body("{\"a\":\"true\"}").flag("a")).isTrue();
        assertThat(body("{\"a\":\"false\"}").flag("a")).isFalse();
        assertThat(body("{}").flag("a")).isFalse();
        assertThatThrownBy(() -> body("{\"a\":\"ja\"}").flag("a")).isInstanceOf(PlatformException.class);
    }

    @Test
    void takesALoneValueOfAQueryStringAsAListOfOne() {
        assertThat(Parameters.of("ids=4", new byte[0]).ids("ids")).containsExactly(4L);
    }

    @Test
    void namesThePlaceOfAnElement() {
        assertThatThrownBy(() -> body("{\"ids\":[1,0]}").ids("ids"))
                .satisfies(e -> assertThat(problem(e)).isEqualTo(Problem.BadParameter.of("ids[1]", "tooSmall", 1L)));
        assertThatThrownBy(() -> body("{\"records\":[{\"id\":1},{}]}")
                        .objects("records")
                        .get(1)
                        .id("id"))
                .satisfies(e -> assertThat(problem(e)).isEqualTo(Problem.BadParameter.of("records[1].id", "required")));
    }

    @Test
    void refusesCharactersThatCannotBeStored() {
        assertThatThrownBy(() -> body("{\"text\":\"\\u0000\"}").text("text"))
                .satisfies(e -> assertThat(problem(e)).isEqualTo(Problem.BadParameter.of("text", "malformed")));
        assertThatThrownBy(() -> body("{\"text\":\"\\ud83d\"}").text("text"))
                .satisfies(e -> assertThat(problem(e)).isEqualTo(Problem.BadParameter.of("text", "malformed")));
        assertThat(body("{\"text\":\"𠮷野\"}").text("text")).isEqualTo("𠮷野");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "1", "\"x\"", "{\"a\":1}{", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":NaN}", "nul"})
    void refusesWhatIsNoJsonObject(String text) {
        assertThatThrownBy(() -> Json.read(bytes(text)))
                .satisfies(e -> assertThat(problem(e)).isInstanceOf(Problem.BadJson.class));
    }

    @Test
    void refusesBrokenUtf8() {
        byte[] broken = {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};
        byte[] surrogate = {'{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'};

        assertThatThrownBy(() -> Json.read(broken)).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> Json.read(surrogate)).isInstanceOf(PlatformException.class);
    }

    @Test
    void refusesDeepNestingAndManyTokens() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String many = "{\"a\":[" + "[],".repeat(600_000) + "1]}";

        assertThatThrownBy(() -> Json.read(bytes(deep))).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> Json.read(bytes(many))).isInstanceOf(PlatformException.class);
    }

    @Test
    void keepsEveryDigitOfANumber() {
        assertThat(Json.read(bytes("{\"n\":12345678901234567890.123456789012}"))
                        .get("n")
                        .decimalValue())
                .isEqualTo("12345678901234567890.123456789012");
    }

    private static Parameters body(String json) {
        return Parameters.of(null, bytes(json));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static org.assertj.core.api.ObjectAssert<Problem> assertThatProblem(String json) {
        try {
            body(json).id("id");
            throw new AssertionError("nothing was refused: " + json);
        } catch (PlatformException e) {
            return assertThat(e.problem());
        }
    }

    private static Problem problem(Throwable thrown) {
        return ((PlatformException) thrown).problem();
    }
}
