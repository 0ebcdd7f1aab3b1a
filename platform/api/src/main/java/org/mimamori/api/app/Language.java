package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Parameters;
import org.mimamori.engine.directory.Actor;

/** In which language a call wants names: as the definition has them, the caller's own, or a given one. */
enum Language {
    DEFAULT,
    USER,
    JA,
    EN,
    ZH;

    static Locale of(Actor actor, Parameters parameters) {
        return switch (parameters.oneOf("lang", Language.class, DEFAULT)) {
            case DEFAULT -> Locale.ROOT;
            case USER -> actor.locale();
            case JA -> Locale.JAPANESE;
            case EN -> Locale.ENGLISH;
            case ZH -> Locale.CHINESE;
        };
    }
}
