package org.mimamori.engine.problem;

/** The one exception of the platform: carries a {@link Problem}, which the edges put into words. */
public final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public PlatformException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public PlatformException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
