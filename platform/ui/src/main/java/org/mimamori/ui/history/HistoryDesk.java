package org.mimamori.ui.history;

import java.time.Clock;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.record.History;
import org.mimamori.ui.shell.CurrentActor;
import org.mimamori.ui.shell.DirectoryNames;
import org.mimamori.ui.shell.When;
import org.mimamori.ui.shell.Words;
import org.springframework.stereotype.Component;

/** Everything the history beside a record works with. */
@Component
record HistoryDesk(
        History history,
        CurrentActor current,
        Directory directory,
        DirectoryNames names,
        When when,
        Words words,
        Clock clock) {}
