package org.mimamori.api.app;

import org.mimamori.api.wire.Parameters;
import org.mimamori.engine.app.AppId;

/** The three lists of rights an app has, each with calls of its own. */
enum RightsPart {
    APP,
    RECORD,
    FIELD;

    /** By the name it has in paths and definitions. */
    static RightsPart of(String name) {
        return switch (name) {
            case "app" -> APP;
            case "record" -> RECORD;
            default -> FIELD;
        };
    }

    String code() {
        return switch (this) {
            case APP -> "app";
            case RECORD -> "record";
            case FIELD -> "field";
        };
    }

    /** The app a call is about; kintone's description of two of the calls names it {@code id}. */
    AppId app(Parameters parameters) {
        boolean alias = this != APP && !parameters.has("app") && parameters.has("id");
        return alias
                ? new AppId(parameters.id("id"))
                : parameters.require("app").app();
    }
}
