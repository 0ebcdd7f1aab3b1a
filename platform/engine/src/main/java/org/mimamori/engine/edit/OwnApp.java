package org.mimamori.engine.edit;

import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.RelatedApp;
import tools.jackson.databind.JsonNode;

/** Tells mentions of the app itself from those of others. */
record OwnApp(AppDefinition app) {

    boolean is(RelatedApp mentioned) {
        return mentioned.code().isEmpty()
                ? mentioned.app().equals(app.id().toString())
                : mentioned.code().equals(app.code());
    }

    boolean is(JsonNode mentioned) {
        return is(new RelatedApp(
                mentioned.path("app").asString(""), mentioned.path("code").asString("")));
    }
}
