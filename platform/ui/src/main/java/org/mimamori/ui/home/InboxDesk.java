package org.mimamori.ui.home;

import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.record.Apps;
import org.mimamori.ui.shell.CurrentActor;
import org.mimamori.ui.shell.DirectoryNames;
import org.mimamori.ui.shell.When;
import org.mimamori.ui.shell.Words;
import org.springframework.stereotype.Component;

/** Everything a list of notices works with. */
@Component
record InboxDesk(Inbox inbox, Apps apps, CurrentActor current, DirectoryNames names, When when, Words words) {}
