package org.mimamori.engine.settings;

import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.StoredPreview;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of an app as they are being edited; those of the live app where nothing was edited since.
 *
 * @param app the definition they make so far; formulas that are faulty so far calculate nothing
 * @param live whether the app has ever been deployed
 * @param edited whether something is edited that was not deployed since
 */
public record Preview(AppDefinition app, StoredPreview stored, boolean live, boolean edited) {

    /** A copy of the definition's JSON. */
    public ObjectNode json() {
        return stored.app().json().deepCopy();
    }

    public long revision() {
        return stored.app().revision();
    }
}
