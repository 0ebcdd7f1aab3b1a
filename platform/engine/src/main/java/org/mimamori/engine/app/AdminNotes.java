package org.mimamori.engine.app;

/**
 * What those who manage an app have written down for each other.
 *
 * @param content sanitised HTML
 * @param inCopies whether templates and copies of the app have it too
 */
public record AdminNotes(String content, boolean inCopies) {

    public static final AdminNotes NONE = new AdminNotes("", false);
}
