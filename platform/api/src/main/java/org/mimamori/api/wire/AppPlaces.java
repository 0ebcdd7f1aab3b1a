package org.mimamori.api.wire;

import org.mimamori.api.error.CallException;
import org.mimamori.api.error.ValuePlaces;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.Apps;
import org.springframework.stereotype.Component;

/** Names the places of wrong values by the app a call is about. */
@Component
public final class AppPlaces {

    private final Apps apps;

    public AppPlaces(Apps apps) {
        this.apps = apps;
    }

    public ValuePlaces of(Actor actor, Parameters parameters) {
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
