package org.mimamori.ui.admin;

import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppFolder;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.DefinitionMessages;
import org.mimamori.ui.shell.CurrentActor;
import org.mimamori.ui.shell.DirectoryNames;
import org.mimamori.ui.shell.Messages;
import org.mimamori.ui.shell.When;
import org.mimamori.ui.shell.Words;
import org.springframework.stereotype.Component;

/** Everything the administrator's pages work with. */
@Component
record AdminDesk(
        AppCatalog catalog,
        AppFolder folder,
        AppInstaller installer,
        DefinitionMessages sentences,
        CurrentActor current,
        DirectoryNames names,
        When when,
        Words words,
        Messages messages) {}
