package org.mimamori.engine.record;

/** What a write answers: the record's number, its new revision, and whether it was made. */
public record Saved(long id, long revision, boolean inserted) {}
