package org.mimamori.api.app;

import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.Apps;

/** The other apps a definition names, as far as the reader may see them. */
final class OtherApps {

    private final Apps apps;
    private final Actor actor;

    OtherApps(Apps apps, Actor actor) {
        this.apps = apps;
        this.actor = actor;
    }

    /** What the reader may do in an app. */
    Access access(AppDefinition app) {
        return apps.access(actor, app);
    }

    /** The app named by code, or by number when there is no code. */
    Optional<AppDefinition> find(String number, String code) {
        try {
            return Optional.of(
                    code.isEmpty() ? apps.get(actor, new AppId(Long.parseLong(number))) : apps.getByCode(actor, code));
        } catch (PlatformException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
