package org.mimamori.embedded.feature;

/** One thing a MongoDB can do, and how to see that it does it rightly. */
record Feature(String name, On on, Check check) {

    /** Where the feature is to be had. */
    enum On {
        /** Here and on a real MongoDB, with the same result. */
        BOTH,
        /** On a real MongoDB only; here it must be refused, not ignored. */
        REAL_ONLY,
        /** The platform must not use it anywhere; here it must be refused. */
        NEVER
    }

    /** Fails if what the feature does is wrong. */
    @FunctionalInterface
    interface Check {
        void run(Probe probe) throws Exception;
    }

    static Feature both(String name, Check check) {
        return new Feature(name, On.BOTH, check);
    }

    static Feature realOnly(String name, Check check) {
        return new Feature(name, On.REAL_ONLY, check);
    }

    static Feature never(String name, Check check) {
        return new Feature(name, On.NEVER, check);
    }
}
