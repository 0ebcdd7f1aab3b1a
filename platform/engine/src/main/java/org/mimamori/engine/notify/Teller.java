package org.mimamori.engine.notify;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.inbox.InboxStore;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.engine.inbox.NoticeRights;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.record.Apps;

/**
 * Tells people of an occasion, as far as their rights go: nobody is told of a record he may not see, nor of what he did
 * himself. For one turn of a worker: what a person may do in an app is worked out once.
 */
final class Teller {

    private final Apps apps;
    private final Directory directory;
    private final InboxStore inbox;
    private final Map<Reader, Optional<Access>> known = new HashMap<>();

    Teller(Apps apps, Directory directory, InboxStore inbox) {
        this.apps = apps;
        this.directory = directory;
        this.inbox = inbox;
    }

    private record Reader(String person, AppId app) {}

    /** Tells those who may see the app's records of something that is about none of them. */
    void tellOfApp(
            String key,
            Notice.Kind kind,
            AppDefinition app,
            EntityRef actor,
            Instant at,
            Collection<Receiver> receivers) {
        people(receivers).forEach((user, named) -> {
            if (known(user, app.id()).filter(access -> access.may(Right.VIEW)).isPresent()) {
                inbox.add(new Notice(key, user.code(), kind, app.id(), 0, 0, "", Set.of(), named, actor, at, false));
            }
        });
    }

    private Map<User, Boolean> people(Collection<Receiver> receivers) {
        Map<User, Boolean> people = new LinkedHashMap<>();
        for (Receiver receiver : receivers) {
            for (User user : directory.members(receiver.ref(), receiver.includeSubs())) {
                people.merge(user, receiver.named(), Boolean::logicalOr);
            }
        }
        return people;
    }

    void tell(Occasion occasion, Collection<Receiver> receivers) {
        people(receivers).forEach((user, named) -> {
            if (!user.ref().equals(occasion.actor()) && maySee(user, occasion)) {
                inbox.add(occasion.notice(user.code(), named));
            }
        });
    }

    private boolean maySee(User user, Occasion occasion) {
        AppDefinition app = occasion.app();
        Function<FieldCode, Value> value = code -> occasion.record().value(app, code);
        return known(user, app.id())
                .filter(access -> access.may(Right.VIEW))
                .filter(access -> FilterTest.holds(access.visible(), value, app.fields()::field))
                .map(access -> access.narrowed(access.varying(value)))
                .filter(here -> NoticeRights.allow(occasion.kind(), occasion.fields(), app, here))
                .isPresent();
    }

    private Optional<Access> known(User user, AppId app) {
        return known.computeIfAbsent(new Reader(user.code(), app), reader -> access(user, app));
    }

    /** What the person may do; nothing where the app does not exist for the person, for its space's sake too. */
    private Optional<Access> access(User user, AppId id) {
        Actor.Person person = directory.person(user, Locale.JAPANESE);
        try {
            return Optional.of(apps.access(person, apps.get(person, id)));
        } catch (PlatformException notVisible) {
            return Optional.empty();
        }
    }
}
