package org.mimamori.server.start;

import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Brings the records of an installation in line that an earlier version has left, before the first call is answered.
 * Takes a look at every app, and minutes where there are a hundred thousand records to be written anew.
 */
@Component
class Preparation implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final AppCatalog apps;
    private final AppStore store;

    Preparation(AppCatalog apps, AppStore store) {
        this.apps = apps;
        this.store = store;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (AppDefinition app : apps.all()) {
            if (!store.isPrepared(app)) {
                LOG.info("Bringing the records of {} in line with this version", app.code());
                store.prepare(app);
            }
        }
    }
}
