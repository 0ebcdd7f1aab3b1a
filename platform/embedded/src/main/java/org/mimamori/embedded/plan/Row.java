package org.mimamori.embedded.plan;

/** A record that was found: its key and its document. */
public record Row(byte[] key, byte[] document) {}
