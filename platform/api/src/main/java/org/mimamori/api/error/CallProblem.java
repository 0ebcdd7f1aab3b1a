package org.mimamori.api.error;

import java.util.List;
import org.mimamori.engine.problem.Problem;

/** What can go wrong with a call before or beside the engine: the transport's own problems. */
public sealed interface CallProblem {

    /** No such call. */
    record UnknownPath(String path) implements CallProblem {}

    /** The path exists, but not for this method. */
    record MethodNotAllowed(String method) implements CallProblem {}

    /** The call breaks the rules of its form: a body of another type, a bad header. The detail is for the log. */
    record IllegalCall(String detail) implements CallProblem {}

    /** Several parameters are missing or wrong. */
    record BadParameters(List<Problem.BadParameter> parameters) implements CallProblem {
        public BadParameters {
            parameters = List.copyOf(parameters);
        }
    }

    /** The path names a guest space that does not exist. */
    record NoSuchSpace() implements CallProblem {}

    /** More calls at the same time than the platform takes. */
    record TooManyCalls() implements CallProblem {}

    /** No record has this value in the field an update names it by. */
    record KeyNotFound() implements CallProblem {}

    /** A cursor nobody opened, or one that is used up, deleted or expired. */
    record CursorNotFound() implements CallProblem {}

    /** More open cursors than the platform keeps. */
    record TooManyCursors() implements CallProblem {}

    default CallException asException() {
        return new CallException(this);
    }
}
