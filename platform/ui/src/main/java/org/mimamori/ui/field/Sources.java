package org.mimamori.ui.field;

import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.Attachments;
import org.mimamori.engine.record.RecordService;

/** Where editors and displays find more than the value: other records, other apps, files. */
record Sources(RecordService records, Apps apps, Attachments attachments) {

    /** Another app that a definition names, unless the person may not know of it. */
    Optional<AppDefinition> app(Actor.Person person, RelatedApp related) {
        return apps.all(person).stream()
                .filter(app -> related.code().isEmpty()
                        ? related.app().equals(app.id().toString())
                        : related.code().equals(app.code()))
                .findFirst();
    }
}
