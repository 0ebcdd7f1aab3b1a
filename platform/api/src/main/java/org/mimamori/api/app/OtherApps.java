package org.mimamori.api.app;

import java.util.Optional;
import java.util.function.Function;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.settings.Previews;

/** The other apps a definition names, as far as the reader may see them. */
final class OtherApps {

    private final Apps apps;
    private final Actor actor;
    private final Function<AppId, Optional<AppDefinition>> unseen;

    OtherApps(Apps apps, Actor actor) {
        this(apps, actor, id -> Optional.empty());
    }

    private OtherApps(Apps apps, Actor actor, Function<AppId, Optional<AppDefinition>> unseen) {
        this.apps = apps;
        this.actor = actor;
        this.unseen = unseen;
    }

    /** Together with apps that are not live yet and that the reader manages: a preview may name them. */
    static OtherApps ofPreview(Apps apps, Previews previews, Actor actor) {
        return new OtherApps(apps, actor, id -> {
            try {
                return Optional.of(previews.get(actor, id).app());
            } catch (PlatformException hidden) {
                return Optional.empty();
            }
        });
    }

    /** What the reader may do in an app. */
    Access access(AppDefinition app) {
        return apps.access(actor, app);
    }

    /** The app named by code, or by number when there is no code. */
    Optional<AppDefinition> find(String number, String code) {
        try {
            return Optional.of(code.isEmpty() ? apps.get(actor, id(number)) : apps.getByCode(actor, code));
        } catch (PlatformException hidden) {
            return code.isEmpty() ? unseen.apply(id(number)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static AppId id(String number) {
        return new AppId(Long.parseLong(number));
    }
}
