package org.mimamori.engine.notify;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.inbox.InboxStore;
import org.mimamori.engine.inbox.NoticeRights;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
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
    private final Map<Reader, Access> known = new HashMap<>();

    Teller(Apps apps, Directory directory, InboxStore inbox) {
        this.apps = apps;
        this.directory = directory;
        this.inbox = inbox;
    }

    private record Reader(String person, AppId app) {}

    void tell(Occasion occasion, Collection<Receiver> receivers) {
        Map<User, Boolean> people = new LinkedHashMap<>();
        for (Receiver receiver : receivers) {
            for (User user : directory.members(receiver.ref(), receiver.includeSubs())) {
                people.merge(user, receiver.named(), Boolean::logicalOr);
            }
        }
        people.forEach((user, named) -> {
            if (!user.ref().equals(occasion.actor()) && maySee(user, occasion)) {
                inbox.add(occasion.notice(user.code(), named));
            }
        });
    }

    private boolean maySee(User user, Occasion occasion) {
        AppDefinition app = occasion.app();
        Access access = known.computeIfAbsent(
                new Reader(user.code(), app.id()), reader -> apps.access(directory.person(user, Locale.JAPANESE), app));
        return access.may(Right.VIEW)
                && FilterTest.holds(access.visible(), code -> occasion.record().value(app, code), app.fields()::field)
                && NoticeRights.allow(occasion.kind(), occasion.fields(), app, access);
    }
}
