package org.mimamori.engine.record;

import java.util.List;
import org.mimamori.engine.app.AppId;

/** Port: what the store has noticed about the queries of an app. */
@FunctionalInterface
public interface AdviceStore {

    /** The slowest first; empty when every query finds what it looks for by an index, or quickly without one. */
    List<QueryAdvice> of(AppId app);
}
