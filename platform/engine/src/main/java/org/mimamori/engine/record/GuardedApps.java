package org.mimamori.engine.record;

import java.time.Clock;
import java.util.List;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Permissions;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.QueryContext;
import org.mimamori.engine.query.QueryResolver;

/** The apps, each seen through the actor's rights. */
public final class GuardedApps implements Apps {

    private final AppCatalog catalog;
    private final Directory directory;
    private final AppPlaces places;
    private final Clock clock;

    public GuardedApps(AppCatalog catalog, Directory directory, AppPlaces places, Clock clock) {
        this.catalog = catalog;
        this.directory = directory;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public List<AppDefinition> all(Actor actor) {
        return catalog.all().stream().filter(app -> access(actor, app).sees()).toList();
    }

    @Override
    public Seen see(Actor actor, AppId app) {
        Opened opened = open(actor, app);
        return new Seen(opened.app(), opened.access());
    }

    @Override
    public AppDefinition get(Actor actor, AppId app) {
        return open(actor, app).app();
    }

    @Override
    public AppDefinition getByCode(Actor actor, String code) {
        AppDefinition app = catalog.findByCode(code).orElseThrow(() -> notFound(code));
        return open(actor, app, code).app();
    }

    @Override
    public Access access(Actor actor, AppDefinition app) {
        if (places.standing(actor, app.id()) != AppPlaces.Standing.OPEN) {
            return Access.NONE;
        }
        QueryResolver resolver = new QueryResolver(app.fields(), new QueryContext(actor, clock, directory));
        return new Permissions(app.rights(), app.stamp().creator(), resolver::resolveRight)
                .of(actor, app.id().value());
    }

    /** The app as the actor has it open, or {@code AppNotFound}. */
    Opened open(Actor actor, AppId id) {
        return open(actor, catalog.find(id).orElseThrow(() -> notFound(id.toString())));
    }

    Opened open(Actor actor, AppDefinition app) {
        return open(actor, app, app.id().toString());
    }

    /** @param asked how the actor called the app; a refusal calls it no other way */
    private Opened open(Actor actor, AppDefinition app, String asked) {
        requireReached(actor, app, asked);
        Access access = access(actor, app);
        if (!access.sees()) {
            throw actor instanceof Actor.Program ? new Problem.TokenForbidden().asException() : notFound(asked);
        }
        return new Opened(app, actor, access, clock, directory);
    }

    /** An app in a space the actor may not enter does not exist, whatever its rights say. */
    private void requireReached(Actor actor, AppDefinition app, String asked) {
        switch (places.standing(actor, app.id())) {
            case OPEN -> {}
            case HIDDEN -> throw notFound(asked);
            case BY_GUEST_PATH -> throw new Problem.InGuestSpace().asException();
        }
    }

    AppCatalog catalog() {
        return catalog;
    }

    private static RuntimeException notFound(String app) {
        return new Problem.AppNotFound(app).asException();
    }
}
