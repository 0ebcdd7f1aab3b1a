package org.mimamori.engine.record;

import java.util.List;
import java.util.Map;
import org.mimamori.engine.app.AppAction;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/** The buttons on a record that open the form of a new record with values of the record in it. */
public interface Actions {

    /**
     * The actions an actor is offered on a record: those that name them, whose condition holds, and that lead into an
     * app in which they may add records. One whose condition says something of a field hidden from them is not among
     * them.
     */
    List<Offer> offered(Actor actor, AppId app, long record);

    /**
     * What the form of the new record starts with: of each pair of fields, what the actor may read here and write
     * there, as far as it fits there. Choices go by name, files are not copied, rows of tables are new rows.
     *
     * @param action one that is offered, or {@code RecordNotFound}
     * @param address of the record, for fields that take it
     */
    Map<FieldCode, Value> start(Actor actor, AppId app, long record, long action, String address);

    /**
     * An action on offer.
     *
     * @param opens the app whose form it opens
     */
    record Offer(AppAction action, AppDefinition opens) {}
}
