package org.mimamori.engine.field;

/** Another app, as a definition names it: by id, by code, or both; the code wins. Empty texts when not given. */
public record RelatedApp(String app, String code) {}
