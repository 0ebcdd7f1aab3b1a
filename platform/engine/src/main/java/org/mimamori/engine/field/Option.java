package org.mimamori.engine.field;

/** One option of a choice field; the name is also what records hold. Translations stand beside the definition. */
public record Option(String name, int index) {}
