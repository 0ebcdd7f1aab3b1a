package org.mimamori.engine.record;

import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Right;

/** Tells those who manage an app which of its queries no index serves. */
public final class QueryAdviser {

    private final Apps apps;
    private final AdviceStore store;

    public QueryAdviser(Apps apps, AdviceStore store) {
        this.apps = apps;
        this.store = store;
    }

    /** @param code of an app the actor may see; to see the advice takes the right to manage it */
    public List<QueryAdvice> of(Actor actor, String code) {
        AppDefinition app = apps.getByCode(actor, code);
        apps.access(actor, app).require(Right.MANAGE);
        return store.of(app.id());
    }
}
