package org.mimamori.engine.job;

/** Port: work of one kind that is done elsewhere than in this package. */
public interface Work {

    Job.Kind kind();

    /**
     * Does the job, or what is left of it after a restart.
     *
     * @throws RuntimeException if it fails; whatever {@code progress} throws must come through
     */
    Outcome run(Job job, Progress progress);

    /** How far the work has come. Calls inside a transaction take part in it. */
    interface Progress {

        /** Notes how much there is to do, and that nothing of it is done. */
        void start(long total);

        /** Notes that so much more is done. */
        void advance(long position, long records);
    }

    /**
     * How it ended.
     *
     * @param problem why it failed, for who looks after the system; empty when it did not
     */
    record Outcome(Job.State state, String problem) {
        public static final Outcome DONE = new Outcome(Job.State.DONE, "");
    }
}
