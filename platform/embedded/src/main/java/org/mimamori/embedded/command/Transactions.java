package org.mimamori.embedded.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.store.Store;
import org.mimamori.embedded.store.WriteUnit;

/** The transactions that are open. A transaction holds the writer, so there is one at a time; others wait for it. */
public final class Transactions {

    private static final int REMEMBERED = 1000;

    private final Store store;
    private final Duration patience;
    private final Duration limit;
    private final Map<String, Transaction> open = new HashMap<>();
    private final Map<String, Long> committed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Transactions(Store store, Duration patience, Duration limit) {
        this.store = store;
        this.patience = patience;
        this.limit = limit;
    }

    static boolean isPartOfOne(Request request) {
        return Boolean.FALSE.equals(request.body().get("autocommit"));
    }

    /** Runs one command of a transaction. Any error takes the whole transaction back. */
    Document run(Request request, Function<WriteUnit, Document> command) {
        String session = session(request);
        long number = request.number("txnNumber", -1);
        if (request.flag("startTransaction")) {
            begin(session, number);
        }
        Transaction transaction = require(session, number);
        synchronized (transaction) {
            transaction.requireOpen();
            transaction.usedBy(request.connection());
            boolean good = false;
            try {
                Document reply = command.apply(transaction.unit());
                good = !reply.containsKey("writeErrors");
                return reply;
            } finally {
                if (!good) {
                    abort(session, transaction);
                }
            }
        }
    }

    private void begin(String session, long number) {
        Transaction old = find(session);
        if (old != null) {
            synchronized (old) {
                abort(session, old);
            }
        }
        WriteUnit unit = store.tryWrite(patience);
        if (unit == null) {
            throw CommandException.transientError(
                    112, "WriteConflict", "another transaction is being written and did not end within " + patience);
        }
        synchronized (open) {
            open.put(session, new Transaction(number, unit, System.nanoTime() + limit.toNanos()));
        }
    }

    Document commit(Request request) {
        String session = session(request);
        long number = request.number("txnNumber", -1);
        synchronized (open) {
            if (Long.valueOf(number).equals(committed.get(session))) {
                return Replies.ok();
            }
        }
        Transaction transaction = require(session, number);
        synchronized (transaction) {
            transaction.requireOpen();
            try {
                transaction.commit();
            } catch (RuntimeException e) {
                abort(session, transaction);
                throw e;
            }
            synchronized (open) {
                open.remove(session, transaction);
                committed.put(session, number);
            }
        }
        return Replies.ok();
    }

    Document abort(Request request) {
        String session = session(request);
        Transaction transaction = require(session, request.number("txnNumber", -1));
        synchronized (transaction) {
            abort(session, transaction);
        }
        return Replies.ok();
    }

    private void abort(String session, Transaction transaction) {
        transaction.rollback();
        synchronized (open) {
            open.remove(session, transaction);
        }
    }

    private @Nullable Transaction find(String session) {
        synchronized (open) {
            return open.get(session);
        }
    }

    private Transaction require(String session, long number) {
        Transaction transaction = find(session);
        if (transaction == null || transaction.number() != number) {
            throw noSuchTransaction(number);
        }
        return transaction;
    }

    static CommandException noSuchTransaction(long number) {
        return CommandException.transientError(
                251,
                "NoSuchTransaction",
                "Given transaction number " + number + " does not match any in-progress transactions.");
    }

    /** Ends the transactions of these sessions. */
    void endSessions(Iterable<Document> sessions) {
        for (Document session : sessions) {
            endIf(key(session), transaction -> true);
        }
    }

    /** Ends what has lived too long. */
    public void endOverdue() {
        long now = System.nanoTime();
        forEach(transaction -> transaction.deadline() - now < 0);
    }

    /** Ends every transaction whose last connection this was. */
    public void connectionClosed(Object connection) {
        forEach(transaction -> transaction.leftBy(connection));
    }

    public void endAll() {
        forEach(transaction -> true);
    }

    private void forEach(java.util.function.Predicate<Transaction> condition) {
        Map<String, Transaction> all;
        synchronized (open) {
            all = Map.copyOf(open);
        }
        all.keySet().forEach(session -> endIf(session, condition));
    }

    private void endIf(String session, java.util.function.Predicate<Transaction> condition) {
        Transaction transaction = find(session);
        if (transaction != null) {
            synchronized (transaction) {
                if (condition.test(transaction)) {
                    abort(session, transaction);
                }
            }
        }
    }

    private static String session(Request request) {
        Document lsid = request.document("lsid");
        if (lsid == null) {
            throw CommandException.location(50768, "txnNumber and autocommit need a session");
        }
        return key(lsid);
    }

    private static String key(Document lsid) {
        return java.util.HexFormat.of()
                .formatHex(org.mimamori.embedded.bson.BsonWriter.bytes(new Document("id", lsid.get("id"))));
    }
}
