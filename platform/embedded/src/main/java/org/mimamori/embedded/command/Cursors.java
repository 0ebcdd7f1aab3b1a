package org.mimamori.embedded.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.BsonBytes;
import org.mimamori.embedded.store.ReadView;

/** Results that are being read batch by batch. */
public final class Cursors {

    private static final int FIRST_BATCH = 1000;
    private static final int BATCH_BYTES = 8 << 20;

    private final Map<Long, Cursor> open = new ConcurrentHashMap<>();
    private final Duration timeout;

    public Cursors(Duration timeout) {
        this.timeout = timeout;
    }

    /** One result and how far it has been read. */
    private static final class Cursor {
        private final String namespace;
        private final Iterator<byte[]> documents;
        private final ReadView view;
        private volatile long lastUse = System.nanoTime();

        Cursor(String namespace, Iterator<byte[]> documents, ReadView view) {
            this.namespace = namespace;
            this.documents = documents;
            this.view = view;
        }
    }

    /** The first batch of a result. Closes the view at once if there is no more. */
    Document first(
            String namespace,
            Iterator<byte[]> documents,
            ReadView view,
            @org.jspecify.annotations.Nullable Integer batchSize,
            boolean single) {
        Cursor cursor = new Cursor(namespace, documents, view);
        List<BsonBytes> batch = batch(cursor, batchSize == null ? FIRST_BATCH : batchSize);
        long id = 0;
        if (documents.hasNext() && !single) {
            id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
            open.put(id, cursor);
        } else {
            view.close();
        }
        return reply(id, namespace, "firstBatch", batch);
    }

    private static Document reply(long id, String namespace, String name, List<BsonBytes> batch) {
        Document cursor = new Document(name, batch).append("id", id).append("ns", namespace);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    private static List<BsonBytes> batch(Cursor cursor, int size) {
        List<BsonBytes> batch = new ArrayList<>();
        int bytes = 0;
        while (batch.size() < size && bytes < BATCH_BYTES && cursor.documents.hasNext()) {
            byte[] document = cursor.documents.next();
            bytes += document.length;
            batch.add(new BsonBytes(document));
        }
        return batch;
    }

    Document next(long id, String namespace, int batchSize) {
        Cursor cursor = open.remove(id);
        if (cursor == null || !cursor.namespace.equals(namespace)) {
            throw new CommandException(43, "CursorNotFound", "cursor id " + id + " not found");
        }
        List<BsonBytes> batch = batch(cursor, batchSize == 0 ? Integer.MAX_VALUE : batchSize);
        boolean more = cursor.documents.hasNext();
        if (more) {
            cursor.lastUse = System.nanoTime();
            open.put(id, cursor);
        } else {
            cursor.view.close();
        }
        return reply(more ? id : 0, namespace, "nextBatch", batch);
    }

    boolean kill(long id) {
        Cursor cursor = open.remove(id);
        if (cursor != null) {
            cursor.view.close();
        }
        return cursor != null;
    }

    /** Closes the cursors nobody has read from for too long. */
    public void closeIdle() {
        long oldest = System.nanoTime() - timeout.toNanos();
        open.forEach((id, cursor) -> {
            if (cursor.lastUse - oldest < 0) {
                kill(id);
            }
        });
    }

    public void closeAll() {
        open.keySet().forEach(this::kill);
    }

    /** How many are open. */
    public int size() {
        return open.size();
    }
}
