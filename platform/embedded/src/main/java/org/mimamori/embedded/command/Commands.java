package org.mimamori.embedded.command;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.store.DuplicateKey;
import org.mimamori.embedded.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All commands by name, and what is around every one of them: transactions, and errors as answers. */
public final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Map<String, Command> all = new HashMap<>();
    private final Store store;
    private final Transactions transactions;

    public Commands(Store store, Transactions transactions, Cursors cursors, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        new ServerCommands(clock, transactions).addTo(all);
        new ReadCommands(cursors, clock).addTo(all);
        new WriteCommands(clock).addTo(all);
        new CollectionCommands(store).addTo(all);
        new IndexCommands().addTo(all);
        Command findAndModify = new FindAndModify(clock);
        all.put("findAndModify", findAndModify);
        all.put("findandmodify", findAndModify);
        all.put("explain", new ExplainCommand());
    }

    /** The answer to a command; never an exception. */
    public Document answer(Request request) {
        try {
            return run(request);
        } catch (CommandException e) {
            return Replies.error(e);
        } catch (DuplicateKey e) {
            return Replies.error(new CommandException(11000, "DuplicateKey", e.message(request.namespace())));
        } catch (ClassCastException | IllegalArgumentException e) {
            LOG.debug("a command that could not be understood: {}", request.name(), e);
            return Replies.error(
                    CommandException.typeMismatch("the command has a field of the wrong type: " + e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("the command {} failed", request.name(), e);
            return Replies.error(new CommandException(8, "UnknownError", "internal error: " + e));
        }
    }

    private Document run(Request request) {
        String name = request.name();
        if (name.equals("commitTransaction")) {
            return transactions.commit(request);
        }
        if (name.equals("abortTransaction")) {
            return transactions.abort(request);
        }
        Command command = all.get(name);
        if (command == null) {
            throw new CommandException(59, "CommandNotFound", "no such command: '" + name + "'");
        }
        if (Transactions.isPartOfOne(request)) {
            return transactions.run(request, unit -> command.run(request, new Access(store, unit)));
        }
        if (request.body().containsKey("txnNumber")) {
            throw new CommandException(
                    20, "IllegalOperation", "Transaction numbers are only allowed on a replica set member or mongos");
        }
        return command.run(request, new Access(store, null));
    }
}
