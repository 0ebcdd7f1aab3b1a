package org.mimamori.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.problem.QueryFault;

class ExplainerTest {

    private final Explainer explainer = new Explainer(new Words());

    /** One of every problem, with what kintone says of it. */
    record Case(Problem problem, int status, String code, String english) {}

    static List<Case> cases() {
        return List.of(
                new Case(
                        new Problem.InGuestSpace(),
                        400,
                        "GAIA_IL23",
                        "When you operate an app in a guest space, please send the request to '/k/guest/(guest space ID)/v1/...'."),
                new Case(
                        new Problem.SpaceNotFound("2"),
                        404,
                        "GAIA_SP01",
                        "The space (ID: 2) is not found. The space may have been deleted."),
                new Case(
                        new Problem.ThreadNotFound("3"),
                        404,
                        "GAIA_TH01",
                        "The thread (ID: 3) is not found. The thread may have been deleted."),
                new Case(
                        new Problem.TemplateNotFound("4"),
                        404,
                        "GAIA_ST01",
                        "The space template (ID: 4) is not found."),
                new Case(
                        new Problem.AppNotFound("1"),
                        404,
                        "GAIA_AP01",
                        "The app (ID: 1) not found. The app may have been deleted."),
                new Case(
                        new Problem.RecordNotFound("9"),
                        404,
                        "GAIA_RE01",
                        "The specified record (ID: 9) is not found."),
                new Case(
                        new Problem.CommentNotFound(5),
                        400,
                        "GAIA_RE02",
                        "The specified comment does not exist. The comment may have been deleted."),
                new Case(new Problem.FileNotFound("x"), 404, "GAIA_BL01", "The specified file (id: x) not found."),
                new Case(
                        new Problem.ReportNotFound("7"),
                        404,
                        "MIMAMORI_02",
                        "The specified report (ID: 7) is not found."),
                new Case(new Problem.Forbidden("VIEW"), 403, "CB_NO02", "No privilege to proceed."),
                new Case(
                        new Problem.TokenForbidden(),
                        403,
                        "GAIA_NO01",
                        "Using this API token, you cannot run the specified API."),
                new Case(
                        new Problem.FieldForbidden("所見"),
                        403,
                        "GAIA_FU01",
                        "You do not have permission to edit the field \"所見\"."),
                new Case(
                        new Problem.Conflict(1, 2, 3),
                        409,
                        "GAIA_CO02",
                        "The revision is not the latest. Someone may update a record."),
                new Case(
                        new Problem.ProcessOff(),
                        400,
                        "GAIA_ST02",
                        "Your request failed. The process management feature has been disabled."),
                new Case(
                        new Problem.StatusUnchangeable(1),
                        400,
                        "GAIA_IL03",
                        "Failed to update the status. The settings or the status itself may have been changed by"
                                + " someone."),
                new Case(new Problem.NotAssignee(1), 403, "GAIA_NT01", "Only Assignee can change the status."),
                new Case(new Problem.AssigneeRequired(1), 400, "GAIA_SA01", "Assignee is required."),
                new Case(new Problem.BadJson("x"), 400, "CB_IJ01", "Invalid JSON string."),
                new Case(
                        new Problem.LookupMissed("児童", "P999"),
                        400,
                        "GAIA_LO04",
                        "A value P999 in the field 児童 does not exist in the datasource app for lookup, or you do not"
                                + " have permission to view the app or the field."),
                new Case(
                        new Problem.UnknownEntity("USER", "taro"),
                        400,
                        "GAIA_IL26",
                        "The specified user (code: taro) is not found."),
                new Case(
                        new Problem.UnknownEntity("ORGANIZATION", "x"),
                        400,
                        "GAIA_IL28",
                        "The specified department (code: x) is not found."),
                new Case(new Problem.TooLarge(10), 413, "CB_IL02", "The request is larger than 10 bytes."),
                new Case(
                        new Problem.Busy(),
                        400,
                        "GAIA_DA02",
                        "The data could not be saved because somebody else is saving it. Try again later."),
                new Case(new Problem.NotSignedIn(), 401, "CB_AU01", "Please login."),
                new Case(
                        new Problem.SignInFailed(),
                        401,
                        "CB_WA01",
                        "Password authentication failed. The value in http header of X-Cybozu-Authorization is not"
                                + " valid."),
                new Case(
                        new Problem.UnknownToken(),
                        400,
                        "GAIA_IA02",
                        "The specified API token does not match the API token generated via an app."),
                new Case(
                        new Problem.DuplicateToken(),
                        400,
                        "GAIA_DA03",
                        "You cannot specify a duplicate API token for the same app."),
                new Case(
                        Problem.QueryRefused.of(QueryFault.UNKNOWN_FIELD, "Unknown_Field"),
                        400,
                        "GAIA_IQ11",
                        "Specified field (Unknown_Field) not found."),
                new Case(new Problem.JobNotFound(9), 404, "MIMAMORI_09", "The specified job (ID: 9) is not found."),
                new Case(
                        new Problem.SettingsConflict("9"),
                        409,
                        "GAIA_CO03",
                        "The revision is not the latest. Someone may have updated the settings of the app."),
                new Case(
                        Problem.QueryRefused.of(QueryFault.OFFSET_TOO_LARGE, "10000"),
                        400,
                        "GAIA_QU02",
                        "offset must be 10,000 or less."));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void explainsAProblemAsKintoneDoes(Case known) {
        Explanation explanation = explainer.explain(known.problem(), Locale.ENGLISH, ValuePlaces.UNKNOWN);

        assertThat(explanation).isEqualTo(new Explanation(known.status(), known.code(), known.english(), Map.of()));
    }

    @Test
    void coversEveryProblemThatHasNoPlaces() {
        List<Class<?>> withPlaces = List.of(
                Problem.Invalid.class,
                Problem.BadParameter.class,
                Problem.QuerySyntax.class,
                Problem.DefinitionRefused.class,
                Problem.SettingsRefused.class,
                Problem.DeployRefused.class);
        List<Class<?>> covered = cases().stream()
                .<Class<?>>map(known -> known.problem().getClass())
                .toList();

        assertThat(Arrays.stream(Problem.class.getPermittedSubclasses()).filter(type -> !withPlaces.contains(type)))
                .allMatch(covered::contains);
    }

    @Test
    void namesTheParameterInWhichASettingIsWrong() {
        Problem refused = new Problem.SettingsRefused(List.of(
                DefinitionProblem.of("app_9", "/fields/子ども/lookup/relatedKeyField", "settings.required"),
                DefinitionProblem.of("app_9", "/fields/T/fields/x~1y/options/a", "settings.required"),
                DefinitionProblem.of("app_9", "/views/今日/filterCond", "settings.required"),
                DefinitionProblem.of("app_9", "/permissions/record/rights/0/entities/1", "settings.required"),
                DefinitionProblem.of("app_9", "/process/states/済/assignee", "settings.required"),
                DefinitionProblem.of("app_9", "/process/actions/3", "settings.required"),
                DefinitionProblem.of("app_9", "/actions/写す/mappings/0", "settings.required"),
                DefinitionProblem.of("app_9", "/settings/icon/key", "settings.required"),
                DefinitionProblem.of("app_9", "/name", "settings.required")));

        Explanation explanation = explainer.explain(refused, Locale.ENGLISH, ValuePlaces.UNKNOWN);

        assertThat(explanation.code()).isEqualTo("CB_VA01");
        assertThat(explanation.errors().keySet())
                .containsExactlyInAnyOrder(
                        "properties[子ども].lookup.relatedKeyField",
                        "properties[T].fields[x/y].options[a]",
                        "views[今日].filterCond",
                        "rights[0].entities[1]",
                        "states[済].assignee",
                        "actions[3]",
                        "actions[写す].mappings[0]",
                        "icon.key",
                        "name");
    }

    @Test
    void namesOneFaultOfADeploymentByItsCode() {
        Problem formula = new Problem.DeployRefused(
                List.of(DefinitionProblem.of("app_9", "/fields/計/expression", "formula.unknownField", "計", "無い")));
        Problem unknown = new Problem.SettingsRefused(
                List.of(DefinitionProblem.of("app_9", "/views/今日/sort", "field.unknown", "無い")));

        assertThat(explainer
                        .explain(formula, Locale.ENGLISH, ValuePlaces.UNKNOWN)
                        .code())
                .isEqualTo("GAIA_IL01");
        assertThat(explainer
                        .explain(unknown, Locale.ENGLISH, ValuePlaces.UNKNOWN)
                        .message())
                .isEqualTo("The specified field (code: 無い) is not found.");
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryFaultOfAQuery(QueryFault fault) {
        String[] args = fault.name().endsWith("TOO_LARGE") ? new String[] {"500"} : new String[] {"氏名", "値"};
        Explanation explanation =
                explainer.explain(Problem.QueryRefused.of(fault, args), Locale.JAPANESE, ValuePlaces.UNKNOWN);

        assertThat(explanation.status()).isEqualTo(400);
        assertThat(explanation.message()).isNotBlank().doesNotContain("{");
    }

    @Test
    void saysWhereAQueryIsBroken() {
        assertThat(explainer.explain(new Problem.QuerySyntax(4, "operator"), Locale.JAPANESE, ValuePlaces.UNKNOWN))
                .isEqualTo(
                        new Explanation(400, "CB_VA01", "入力内容が正しくありません。", Map.of("query", List.of("クエリ記法が間違っています。"))));
    }

    @Test
    void saysEverythingThatIsWrongWithARecord() {
        Problem invalid = new Problem.Invalid(List.of(
                FieldProblem.of("体温", "number.notNumeric"),
                FieldProblem.of("体温", "required"),
                FieldProblem.of("氏名", "text.tooLong", 64),
                FieldProblem.of("氏名", "something.new")));

        assertThat(explainer
                        .explain(invalid, Locale.ENGLISH, ValuePlaces.UNKNOWN)
                        .errors())
                .isEqualTo(Map.of(
                        "record[体温].value", List.of("Only numbers are allowed."),
                        "record.体温.value", List.of("Required."),
                        "record.氏名.value",
                                List.of("Enter less than 65 characters.", "Invalid value. (something.new)")));
    }

    @Test
    void saysWhereADefinitionIsBroken() {
        Problem refused = new Problem.DefinitionRefused(
                List.of(DefinitionProblem.of("app.json", "/fields/氏名/type", "settings.unknownType", "STARS")));

        Explanation explanation = explainer.explain(refused, Locale.ENGLISH, ValuePlaces.UNKNOWN);

        assertThat(explanation.errors()).containsOnlyKeys("/fields/氏名/type");
        assertThat(explanation.errors().get("/fields/氏名/type"))
                .singleElement()
                .asString()
                .contains("STARS");
    }

    @Test
    void namesAParameterAndAKeysValueInTheSameWords() {
        assertThat(explainer
                        .explain(Problem.BadParameter.of("app", "required"), Locale.ENGLISH, ValuePlaces.UNKNOWN)
                        .errors())
                .isEqualTo(Map.of("app", List.of("Required field.")));
        assertThat(explainer
                        .explain(
                                Problem.BadParameter.of("updateKey.value", "number.notNumeric"),
                                Locale.ENGLISH,
                                ValuePlaces.UNKNOWN)
                        .errors())
                .isEqualTo(Map.of("updateKey.value", List.of("Only numbers are allowed.")));
    }

    @Test
    void writesAnErrorBodyWithoutErrorsWhenThereAreNone() {
        Explanation plain = new Explanation(404, "GAIA_RE01", "m", Map.of());
        Explanation placed = new Explanation(400, "CB_VA01", "m", Map.of("app", List.of("Required field.")));

        assertThat(plain.json("i").toString()).isEqualTo("{\"code\":\"GAIA_RE01\",\"id\":\"i\",\"message\":\"m\"}");
        assertThat(placed.json("i").toString())
                .isEqualTo("{\"code\":\"CB_VA01\",\"id\":\"i\",\"message\":\"m\","
                        + "\"errors\":{\"app\":{\"messages\":[\"Required field.\"]}}}");
    }

    @Test
    void givesEveryErrorAFreshIdOfTwentyCharacters() {
        assertThat(ErrorId.fresh()).matches("[A-Za-z0-9_-]{20}").isNotEqualTo(ErrorId.fresh());
    }
}
