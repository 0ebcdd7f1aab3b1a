package org.mimamori.api.wire;

import org.mimamori.api.error.CallException;
import org.mimamori.api.error.Explainer;
import org.mimamori.api.error.Explanation;
import org.mimamori.api.error.ValuePlaces;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;
import org.springframework.stereotype.Component;

/** Explains problems to a known caller: in their language, and with the places of the app they called about. */
@Component
public final class Explanations {

    private final Explainer explainer;
    private final Apps apps;

    public Explanations(Explainer explainer, Apps apps) {
        this.explainer = explainer;
        this.apps = apps;
    }

    public Explanation of(Problem problem, Actor actor, Parameters parameters) {
        return explainer.explain(asToldTo(actor, problem), actor.locale(), places(actor, parameters));
    }

    /** A program that may not do something hears that of its token, as from kintone. */
    private static Problem asToldTo(Actor actor, Problem problem) {
        return actor instanceof Actor.Program && problem instanceof Problem.Forbidden
                ? new Problem.TokenForbidden()
                : problem;
    }

    private ValuePlaces places(Actor actor, Parameters parameters) {
        try {
            AppDefinition app = apps.get(actor, parameters.app());
            return code -> code.isBlank()
                    ? ValuePlaces.UNKNOWN.shape(code)
                    : app.field(new FieldCode(code)).map(Field::shape);
        } catch (PlatformException | CallException e) {
            return ValuePlaces.UNKNOWN;
        }
    }
}
