package org.mimamori.engine.problem;

import java.util.List;

/**
 * Everything that can go wrong, as data. The edges (REST, screens) put a problem into words, codes and statuses with
 * one exhaustive switch; a problem nobody put into words does not compile.
 */
public sealed interface Problem {

    /** No such app, or none the actor may know of: the two look the same. */
    record AppNotFound(String app) implements Problem {}

    /** The app is in a guest space, which has an address of its own. Only said to those who may enter that space. */
    record InGuestSpace() implements Problem {}

    /** No such space, or none the actor may know of. */
    record SpaceNotFound(String space) implements Problem {}

    /** No such thread in a space, or none the actor may know of. */
    record ThreadNotFound(String thread) implements Problem {}

    /** No space template of that number. */
    record TemplateNotFound(String template) implements Problem {}

    /** No such record, or none the actor may see: the two look the same. */
    record RecordNotFound(String record) implements Problem {}

    /** No such comment under the record. */
    record CommentNotFound(long comment) implements Problem {}

    /** No such job of the app. */
    record JobNotFound(long job) implements Problem {}

    /** No such file, or none the actor may see. */
    record FileNotFound(String key) implements Problem {}

    /** No such report, or one that says something of a field the actor may not see: the two look the same. */
    record ReportNotFound(String report) implements Problem {}

    /** The actor may see the thing but not do this to it. */
    record Forbidden(String right) implements Problem {}

    /** An API token lacks the permission the call needs. */
    record TokenForbidden() implements Problem {}

    /** The actor may not write a field it tried to write. */
    record FieldForbidden(String field) implements Problem {}

    /** Somebody else has changed the record since the sender read it. */
    record Conflict(long record, long expected, long actual) implements Problem {}

    /** The app does not use process management, which the call is about. */
    record ProcessOff() implements Problem {}

    /** No such action leaves the record's status, or the record does not meet what the action asks of it. */
    record StatusUnchangeable(long record) implements Problem {}

    /** The record is another's to act on. */
    record NotAssignee(long record) implements Problem {}

    /** The next status needs somebody to be chosen who is to act. */
    record AssigneeRequired(long record) implements Problem {}

    /** A submission breaks the app's rules; all breaches at once. */
    record Invalid(List<FieldProblem> problems) implements Problem {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** A parameter of a call, by name, is missing or wrong. */
    record BadParameter(String parameter, String key, List<Object> args) implements Problem {
        public BadParameter {
            args = List.copyOf(args);
        }

        public static BadParameter of(String parameter, String key, Object... args) {
            return new BadParameter(parameter, key, List.of(args));
        }
    }

    /** The text is no JSON, or a value has the wrong JSON type. */
    record BadJson(String detail) implements Problem {}

    /** The query text does not parse. Position counts UTF-16 units from 0. */
    record QuerySyntax(int position, String expected) implements Problem {}

    /** The query parses but asks for what cannot be. */
    record QueryRefused(QueryFault fault, List<String> args) implements Problem {
        public QueryRefused {
            args = List.copyOf(args);
        }

        public static QueryRefused of(QueryFault fault, String... args) {
            return new QueryRefused(fault, List.of(args));
        }
    }

    /** A lookup key that the actor cannot find in the source app. */
    record LookupMissed(String field, String value) implements Problem {}

    /** A value names a user, organisation or group that does not exist. */
    record UnknownEntity(String entityType, String code) implements Problem {}

    /** An app definition is broken; all faults at once. */
    record DefinitionRefused(List<DefinitionProblem> problems) implements Problem {
        public DefinitionRefused {
            problems = List.copyOf(problems);
        }
    }

    /** Somebody else has changed the settings of an app since the sender read them. */
    record SettingsConflict(String app) implements Problem {}

    /** A change of an app's settings that does not make sense; all faults at once. */
    record SettingsRefused(List<DefinitionProblem> problems) implements Problem {
        public SettingsRefused {
            problems = List.copyOf(problems);
        }
    }

    /** Settings of apps that cannot be made live as they are; all faults at once. */
    record DeployRefused(List<DefinitionProblem> problems) implements Problem {
        public DeployRefused {
            problems = List.copyOf(problems);
        }
    }

    /** What was sent is larger than the limit, in bytes. */
    record TooLarge(long limit) implements Problem {}

    /** Somebody else is writing the same thing this instant; the sender may try again. */
    record Busy() implements Problem {}

    /** Nobody is signed in, and the call needs somebody. */
    record NotSignedIn() implements Problem {}

    /** Wrong login name or password; which of the two is not said. */
    record SignInFailed() implements Problem {}

    /** An API token nobody has made. */
    record UnknownToken() implements Problem {}

    /** Two API tokens of one app in one call. */
    record DuplicateToken() implements Problem {}

    default PlatformException asException() {
        return new PlatformException(this);
    }
}
