package org.mimamori.ui.imports;

import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.imports.Imports;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.Attachments;
import org.mimamori.ui.shell.CurrentActor;
import org.mimamori.ui.shell.Words;
import org.springframework.stereotype.Component;

/** What the dialog for reading files works with. */
@Component
public record ImportDesk(Imports imports, Apps apps, Attachments attachments, CurrentActor current, Words words) {

    /** The person signed in, as the directory has them now. */
    Actor.Person actor() {
        return current.get();
    }

    boolean mayEdit(AppDefinition app) {
        return apps.access(actor(), app).may(Right.EDIT);
    }

    /** The dialog for an app, where an import that goes on, or that failed, is shown first. */
    public ImportDialog dialog(AppDefinition app, Runnable changed) {
        return new ImportDialog(this, app, changed);
    }
}
