package org.mimamori.api.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mimamori.engine.app.DefinitionMessages;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.problem.QueryFault;

/** Puts problems into kintone's codes and statuses, in the caller's language. */
public final class Explainer {

    private final Words words;
    private final DefinitionMessages definitions = new DefinitionMessages();

    public Explainer(Words words) {
        this.words = words;
    }

    public Explanation explain(Problem problem, Locale locale, ValuePlaces places) {
        return switch (problem) {
            case Problem.AppNotFound(String app) -> plain(locale, 404, "GAIA_AP01", app);
            case Problem.InGuestSpace inside -> plain(locale, 400, "GAIA_IL23", inside);
            case Problem.SpaceNotFound(String space) -> plain(locale, 404, "GAIA_SP01", space);
            case Problem.ThreadNotFound(String thread) -> plain(locale, 404, "GAIA_TH01", thread);
            case Problem.TemplateNotFound(String template) -> plain(locale, 404, "GAIA_ST01", template);
            case Problem.RecordNotFound(String number) -> plain(locale, 404, "GAIA_RE01", number);
            case Problem.CommentNotFound missing -> plain(locale, 400, "GAIA_RE02", missing.comment());
            case Problem.JobNotFound(long job) -> plain(locale, 404, "MIMAMORI_09", job);
            case Problem.FileNotFound(String key) -> plain(locale, 404, "GAIA_BL01", key);
            case Problem.ReportNotFound(String report) -> plain(locale, 404, "MIMAMORI_02", report);
            case Problem.Forbidden forbidden -> plain(locale, 403, "CB_NO02", forbidden.right());
            case Problem.TokenForbidden forbidden -> plain(locale, 403, "GAIA_NO01", forbidden);
            case Problem.FieldForbidden(String field) -> plain(locale, 403, "GAIA_FU01", field);
            case Problem.Conflict conflict -> plain(locale, 409, "GAIA_CO02", conflict.record());
            case Problem.ProcessOff off -> plain(locale, 400, "GAIA_ST02", off);
            case Problem.StatusUnchangeable unchangeable -> plain(locale, 400, "GAIA_IL03", unchangeable.record());
            case Problem.NotAssignee other -> plain(locale, 403, "GAIA_NT01", other.record());
            case Problem.AssigneeRequired required -> plain(locale, 400, "GAIA_SA01", required.record());
            case Problem.Invalid(List<FieldProblem> values) -> invalid(locale, values, places);
            case Problem.BadParameter parameter -> parameters(locale, List.of(parameter));
            case Problem.BadJson(String detail) -> plain(locale, 400, "CB_IJ01", detail);
            case Problem.QuerySyntax syntax ->
                at(locale, "query", words.get(locale, "query.syntax", syntax.position()));
            case Problem.QueryRefused(QueryFault fault, List<String> args) ->
                plain(locale, 400, QueryFaults.code(fault), QueryFaults.shown(fault, args));
            case Problem.LookupMissed missed -> plain(locale, 400, "GAIA_LO04", missed.field(), missed.value());
            case Problem.UnknownEntity unknown -> plain(locale, 400, entityCode(unknown.entityType()), unknown.code());
            case Problem.DefinitionRefused(List<DefinitionProblem> faults) -> definition(locale, faults);
            case Problem.SettingsConflict(String app) -> plain(locale, 409, "GAIA_CO03", app);
            case Problem.SettingsRefused(List<DefinitionProblem> faults) -> settings(locale, faults);
            case Problem.DeployRefused(List<DefinitionProblem> faults) -> deployment(locale, faults);
            case Problem.TooLarge(long limit) -> tooLarge(locale, limit);
            case Problem.Busy busy -> plain(locale, 400, "GAIA_DA02", busy);
            case Problem.NotSignedIn nobody -> plain(locale, 401, "CB_AU01", nobody);
            case Problem.SignInFailed failed -> plain(locale, 401, "CB_WA01", failed);
            case Problem.UnknownToken unknown -> plain(locale, 400, "GAIA_IA02", unknown);
            case Problem.DuplicateToken duplicate -> plain(locale, 400, "GAIA_DA03", duplicate);
        };
    }

    public Explanation explain(CallProblem problem, Locale locale) {
        return switch (problem) {
            case CallProblem.UnknownPath(String path) -> plain(locale, 404, "CB_IL02", path);
            case CallProblem.MethodNotAllowed(String method) -> plain(locale, 405, "CB_IL02", method);
            case CallProblem.IllegalCall(String detail) -> plain(locale, 400, "CB_IL02", detail);
            case CallProblem.BadParameters(List<Problem.BadParameter> bad) -> parameters(locale, bad);
            case CallProblem.NoSuchSpace space -> plain(locale, 403, "CB_NO02", space);
            case CallProblem.TooManyCalls calls -> plain(locale, 429, "GAIA_TO04", calls);
            case CallProblem.KeyNotFound missing -> plain(locale, 404, "GAIA_RE20", missing);
            case CallProblem.CursorNotFound missing -> plain(locale, 404, "GAIA_CN01", missing);
            case CallProblem.TooManyCursors cursors -> plain(locale, 429, "GAIA_TM12", cursors);
        };
    }

    /** What a caller is told of a fault of ours: nothing but the id under which it stands in the log. */
    public Explanation fault(Locale locale) {
        return plain(locale, 500, "MIMAMORI_01");
    }

    private Explanation plain(Locale locale, int status, String code, Object... args) {
        return new Explanation(status, code, words.get(locale, code, args), Map.of());
    }

    private Explanation tooLarge(Locale locale, long limit) {
        return new Explanation(413, "CB_IL02", words.get(locale, "call.tooLarge", limit), Map.of());
    }

    private Explanation at(Locale locale, String place, String message) {
        return wrong(locale, Map.of(place, List.of(message)));
    }

    private Explanation wrong(Locale locale, Map<String, List<String>> errors) {
        return new Explanation(400, "CB_VA01", words.get(locale, "CB_VA01"), errors);
    }

    private Explanation parameters(Locale locale, List<Problem.BadParameter> bad) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (Problem.BadParameter parameter : bad) {
            add(errors, parameter.parameter(), parameterMessage(locale, parameter));
        }
        return wrong(locale, errors);
    }

    private String parameterMessage(Locale locale, Problem.BadParameter parameter) {
        String asField = words.find(locale, "field." + parameter.key(), parameter.args());
        // What is wrong with the value of a key field has its words among those of fields.
        return parameter.key().contains(".") && asField != null
                ? asField
                : message(locale, "parameter.", parameter.key(), parameter.args());
    }

    /** What is wrong with one value, as a sentence. */
    public String sentence(Locale locale, FieldProblem value) {
        return message(locale, "field.", value.key(), value.args());
    }

    private Explanation invalid(Locale locale, List<FieldProblem> values, ValuePlaces places) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (FieldProblem value : values) {
            add(errors, places.keyOf(value), sentence(locale, value));
        }
        return wrong(locale, errors);
    }

    private Explanation definition(Locale locale, List<DefinitionProblem> faults) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (DefinitionProblem fault : faults) {
            add(errors, fault.pointer(), definitions.sentence(fault, locale));
        }
        return wrong(locale, errors);
    }

    /** A field or app that is not there has a code of its own; the rest stands at the parameters it came in. */
    private Explanation settings(Locale locale, List<DefinitionProblem> faults) {
        for (DefinitionProblem fault : faults) {
            switch (fault.key()) {
                case "field.unknown", "relation.unknownField" -> {
                    return plain(locale, 400, "GAIA_FC01", fault.args().getFirst());
                }
                case "relation.unknownApp" -> {
                    return plain(locale, 404, "GAIA_AP01", fault.args().getFirst());
                }
                case "schema.type" -> {
                    return plain(locale, 400, "CB_IJ01", fault.pointer());
                }
                default -> {}
            }
        }
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (DefinitionProblem fault : faults) {
            String place = SettingsPlaces.of(fault.pointer());
            String inside =
                    fault.key().equals("schema.required") ? "." + fault.args().getFirst() : "";
            add(errors, place.isEmpty() && inside.isEmpty() ? "app" : place + inside, settingsMessage(locale, fault));
        }
        return wrong(locale, errors);
    }

    /** What breaks a schema of ours is told in kintone's words, for it is a parameter that is wrong. */
    private String settingsMessage(Locale locale, DefinitionProblem fault) {
        return switch (fault.key()) {
            case "schema.required" -> words.get(locale, "parameter.required");
            case "schema.enum", "schema.const", "field.unknownType" -> words.get(locale, "parameter.notInEnum");
            case "schema.maxLength" -> words.get(locale, "parameter.tooLong", bound(fault));
            case "schema.minLength" -> words.get(locale, "parameter.tooShort", bound(fault));
            default -> definitions.sentence(fault, locale);
        };
    }

    private static long bound(DefinitionProblem fault) {
        return Long.parseLong(String.valueOf(fault.args().getFirst()));
    }

    /** kintone tells of one fault at a time, by a code. */
    private Explanation deployment(Locale locale, List<DefinitionProblem> faults) {
        for (DefinitionProblem fault : faults) {
            if (fault.key().startsWith("formula.")) {
                String field = String.valueOf(fault.args().getFirst());
                return plain(locale, 400, "GAIA_IL01", field, definitions.sentence(fault, locale));
            }
            if (fault.key().equals("lookup.keyNotUnique")) {
                return plain(locale, 400, "GAIA_LO03", definitions.sentence(fault, locale));
            }
        }
        return settings(locale, faults);
    }

    private String message(Locale locale, String group, String key, List<Object> args) {
        String message = words.find(locale, group + key, args);
        return message == null ? words.get(locale, group + "other", key) : message;
    }

    private static void add(Map<String, List<String>> errors, String place, String message) {
        errors.computeIfAbsent(place, p -> new ArrayList<>()).add(message);
    }

    private static String entityCode(String type) {
        return switch (type) {
            case "ORGANIZATION" -> "GAIA_IL28";
            case "GROUP" -> "GAIA_IL27";
            default -> "GAIA_IL26";
        };
    }
}
