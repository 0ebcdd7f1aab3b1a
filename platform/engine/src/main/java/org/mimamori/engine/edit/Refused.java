package org.mimamori.engine.edit;

import java.util.List;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

/** Refusals of an edit, by the place in the definition it would have changed. */
final class Refused {

    private Refused() {}

    static PlatformException at(DefinitionEdit edit, String place, String key, Object... args) {
        return new Problem.SettingsRefused(
                        List.of(DefinitionProblem.of(edit.before().code(), place, key, args)))
                .asException();
    }

    /** There is no field of that code. */
    static PlatformException unknown(DefinitionEdit edit, String code) {
        return at(edit, Place.field(code), "field.unknown", code);
    }
}
