package org.mimamori.ui.list;

import java.time.Clock;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.imports.ImportDesk;
import org.mimamori.ui.shell.CurrentActor;
import org.mimamori.ui.shell.Words;
import org.springframework.stereotype.Component;

/** What list pages work with. */
@Component
record ListDesk(
        RecordService records,
        Apps apps,
        CurrentActor current,
        Directory directory,
        Words words,
        Clock clock,
        ImportDesk imports) {

    /** The person signed in, as the directory has them now. */
    Actor.Person actor() {
        return current.get();
    }

    FieldContext context(AppDefinition app) {
        return FieldContext.of(app, 0, actor(), words, directory, clock);
    }
}
