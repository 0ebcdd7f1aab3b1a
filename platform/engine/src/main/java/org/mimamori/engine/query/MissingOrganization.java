package org.mimamori.engine.query;

/** What a test on the reader's own organisation means when the reader has none. */
enum MissingOrganization {
    /** kintone's way for lists: the whole test is left out. */
    LEAVES_TEST_OUT,
    /** For rights, where leaving a test out could show somebody who belongs nowhere everything: nothing equals it. */
    EQUALS_NOTHING
}
