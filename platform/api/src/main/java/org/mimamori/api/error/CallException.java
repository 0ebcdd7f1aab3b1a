package org.mimamori.api.error;

/** Carries a {@link CallProblem} to where it is put into words. */
public final class CallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CallProblem problem;

    public CallException(CallProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public CallProblem problem() {
        return problem;
    }
}
