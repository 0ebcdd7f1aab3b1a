package org.mimamori.engine.notify;

import java.util.Optional;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.inbox.InboxStore;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;

/** What every worker that tells people works with. */
public record Desk(AppCatalog catalog, Apps apps, RecordService records, Directory directory, InboxStore inbox) {

    private static final Actor PLATFORM = new Actor.Platform("notification");

    Teller teller() {
        return new Teller(apps, directory, inbox);
    }

    /** The whole record as it is now, if it is still there. */
    Optional<AppRecord> record(AppDefinition app, long number) {
        try {
            return Optional.of(records.get(PLATFORM, app.id(), number));
        } catch (PlatformException gone) {
            return Optional.empty();
        }
    }
}
