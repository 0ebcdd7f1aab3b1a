package org.mimamori.embedded.store;

import java.nio.charset.StandardCharsets;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.BsonWriter;
import org.mimamori.embedded.bson.ByteSink;

/** Changes as the log keeps them: records and the catalogue. Indexes follow from those. */
final class Redo {

    private static final int PUT = 1;
    private static final int REMOVE = 2;
    private static final int DEFINE = 3;
    private static final int UNDEFINE = 4;

    private final ByteSink sink = new ByteSink(1024);

    ByteSink sink() {
        return sink;
    }

    void put(long table, byte[] key, byte[] document) {
        sink.int8(PUT);
        sink.int64(table);
        bytes(key);
        bytes(document);
    }

    void remove(long table, byte[] key) {
        sink.int8(REMOVE);
        sink.int64(table);
        bytes(key);
    }

    void define(String namespace, Document definition) {
        sink.int8(DEFINE);
        bytes(namespace.getBytes(StandardCharsets.UTF_8));
        bytes(BsonWriter.bytes(definition));
    }

    void undefine(String namespace) {
        sink.int8(UNDEFINE);
        bytes(namespace.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] bytes) {
        sink.int32(bytes.length);
        sink.write(bytes, 0, bytes.length);
    }

    /** What a reader of the log does with it. */
    interface Handler {
        void record(long table, byte[] key, byte @Nullable [] document);

        void collection(String namespace, @Nullable Document definition);
    }

    static void replay(byte[] changes, Handler handler) {
        new Reader(changes).run(handler);
    }

    private static final class Reader {
        private final byte[] changes;
        private int at;

        Reader(byte[] changes) {
            this.changes = changes;
        }

        void run(Handler handler) {
            while (at < changes.length) {
                switch (changes[at++]) {
                    case PUT -> handler.record(int64(), bytes(), bytes());
                    case REMOVE -> handler.record(int64(), bytes(), null);
                    case DEFINE -> handler.collection(text(), BsonReader.read(bytes()));
                    case UNDEFINE -> handler.collection(text(), null);
                    default -> throw new IllegalStateException("the log holds a change of unknown kind");
                }
            }
        }

        private long int64() {
            long low = BsonReader.lengthAt(changes, at) & 0xFFFFFFFFL;
            long high = BsonReader.lengthAt(changes, at + 4);
            at += 8;
            return high << 32 | low;
        }

        private byte[] bytes() {
            int length = BsonReader.lengthAt(changes, at);
            byte[] bytes = java.util.Arrays.copyOfRange(changes, at + 4, at + 4 + length);
            at += 4 + length;
            return bytes;
        }

        private String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }
    }
}
