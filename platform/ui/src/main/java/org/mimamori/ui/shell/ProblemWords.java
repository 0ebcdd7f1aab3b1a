package org.mimamori.ui.shell;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.engine.text.LocalText;

/** Problems put into words for one reader. What is hidden and what is absent read the same. */
record ProblemWords(Words words, Locale locale) {

    String of(Problem problem) {
        return switch (problem) {
            case Problem.AppNotFound p -> text("problem.appNotFound");
            case Problem.InGuestSpace p -> text("problem.appNotFound");
            case Problem.SpaceNotFound p -> text("problem.spaceNotFound");
            case Problem.ThreadNotFound p -> text("problem.threadNotFound");
            case Problem.TemplateNotFound p -> text("problem.templateNotFound");
            case Problem.RecordNotFound p -> text("problem.recordNotFound");
            case Problem.CommentNotFound p -> text("problem.commentNotFound");
            case Problem.FileNotFound p -> text("problem.fileNotFound");
            case Problem.ReportNotFound p -> text("problem.reportNotFound");
            case Problem.Forbidden p -> text("problem.forbidden");
            case Problem.TokenForbidden p -> text("problem.tokenForbidden");
            case Problem.FieldForbidden p -> text("problem.fieldForbidden", p.field());
            case Problem.ProcessOff p -> text("problem.processOff");
            case Problem.StatusUnchangeable p -> text("problem.statusUnchangeable");
            case Problem.NotAssignee p -> text("problem.notAssignee");
            case Problem.AssigneeRequired p -> text("problem.assigneeRequired");
            case Problem.Conflict p -> text("problem.conflict");
            case Problem.Invalid p -> text("problem.invalid", p.problems().size());
            case Problem.BadParameter p -> parameter(p);
            case Problem.BadJson p -> text("problem.badJson", p.detail());
            case Problem.QuerySyntax p -> text("problem.querySyntax", p.position() + 1);
            case Problem.QueryRefused p -> refused(p.fault(), p.args());
            case Problem.LookupMissed p -> text("problem.lookupMissed", p.field(), p.value());
            case Problem.UnknownEntity p -> text("problem.unknownEntity", p.code());
            case Problem.DefinitionRefused p ->
                text("problem.definitionRefused", p.problems().size());
            case Problem.SettingsConflict p -> text("problem.settingsConflict");
            case Problem.SettingsRefused p ->
                text("problem.definitionRefused", p.problems().size());
            case Problem.DeployRefused p ->
                text("problem.definitionRefused", p.problems().size());
            case Problem.JobNotFound p -> text("problem.jobNotFound");
            case Problem.TooLarge p -> text("problem.tooLarge", p.limit() / 1_048_576);
            case Problem.Busy p -> text("problem.busy");
            case Problem.NotSignedIn p -> text("problem.notSignedIn");
            case Problem.SignInFailed p -> text("problem.signInFailed");
            case Problem.UnknownToken p -> text("problem.unknownToken");
            case Problem.DuplicateToken p -> text("problem.duplicateToken");
        };
    }

    private String parameter(Problem.BadParameter problem) {
        String key = "problem.parameter." + problem.key();
        return words.has(key) ? text(key, problem.args().toArray()) : text("problem.badParameter", problem.parameter());
    }

    private String refused(QueryFault fault, List<String> args) {
        String key = switch (fault) {
            case UNKNOWN_FIELD -> "unknownField";
            case OPERATOR_NOT_ALLOWED -> "operatorNotAllowed";
            case EQUALITY_IN_TABLE -> "equalityInTable";
            case UNKNOWN_OPTION -> "unknownOption";
            case BAD_LITERAL -> "badLiteral";
            case UNKNOWN_ENTITY -> "unknownEntity";
            case UNKNOWN_FUNCTION -> "unknownFunction";
            case FUNCTION_NOT_ALLOWED -> "functionNotAllowed";
            case WRONG_ARGUMENT_COUNT -> "wrongArgumentCount";
            case BAD_DAY_NUMBER -> "badDayNumber";
            case BAD_WEEKDAY -> "badWeekday";
            case BAD_AMOUNT -> "badAmount";
            case BAD_UNIT -> "badUnit";
            case NOT_SORTABLE -> "notSortable";
            case NOT_RELATED_RECORDS -> "notRelatedRecords";
            case PROCESS_OFF -> "processOff";
            case LIMIT_TOO_LARGE -> "limitTooLarge";
            case OFFSET_TOO_LARGE -> "offsetTooLarge";
        };
        return text("problem.query." + key, args.toArray());
    }

    String of(FieldProblem problem, AppDefinition app) {
        String field = label(problem.field(), app);
        String message = message(problem, app);
        if (problem.table() == null || problem.row() == null) {
            return text("problem.place.field", field, message);
        }
        return text("problem.place.row", label(problem.table(), app), problem.row() + 1, field, message);
    }

    String atField(FieldProblem problem) {
        return message(problem, null);
    }

    private String message(FieldProblem problem, @Nullable AppDefinition app) {
        Object[] args = problem.args().stream().map(arg -> shown(arg, app)).toArray();
        return text("problem.field." + problem.key(), args);
    }

    private Object shown(Object arg, @Nullable AppDefinition app) {
        return switch (arg) {
            case LocalText text -> text.in(locale);
            case FieldCode code -> app == null ? code.text() : label(code.text(), app);
            default -> arg;
        };
    }

    private String label(String code, AppDefinition app) {
        return app.field(new FieldCode(code))
                .map(field -> app.labels().of(field, locale))
                .orElse(code);
    }

    private String text(String key, Object... args) {
        return words.getTranslation(key, locale, args);
    }
}
