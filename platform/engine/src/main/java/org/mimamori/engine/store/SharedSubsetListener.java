package org.mimamori.engine.store;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

/** Fails every command outside the {@link SharedSubset} before it is sent; for tests and development. */
final class SharedSubsetListener implements CommandListener {

    @Override
    public void commandStarted(CommandStartedEvent event) {
        SharedSubset.require(event.getCommandName(), event.getCommand());
    }
}
