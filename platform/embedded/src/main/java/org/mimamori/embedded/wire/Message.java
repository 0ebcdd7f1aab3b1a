package org.mimamori.embedded.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.BsonWriter;
import org.mimamori.embedded.bson.ByteSink;
import org.mimamori.embedded.bson.FieldTree;

/** One message from a client, in the current form (OP_MSG) or the old one that opens a connection (OP_QUERY). */
record Message(int requestId, boolean modern, boolean wantsReply, Document body, Map<String, List<byte[]>> sequences) {

    private static final int OP_REPLY = 1;
    private static final int OP_QUERY = 2004;
    private static final int OP_MSG = 2013;
    private static final int CHECKSUM_PRESENT = 1;
    private static final int MORE_TO_COME = 2;
    private static final int HEADER = 16;
    private static final int MAX_BYTES = 48_000_000;

    /** Reads the next message; null when the client has closed the connection. */
    static @Nullable Message read(DataInputStream in) throws IOException {
        byte[] header = new byte[HEADER];
        try {
            in.readFully(header);
        } catch (EOFException e) {
            return null;
        }
        int length = BsonReader.lengthAt(header, 0);
        if (length < HEADER || length > MAX_BYTES + HEADER) {
            throw new IOException("a message of " + length + " bytes");
        }
        byte[] bytes = new byte[length - HEADER];
        in.readFully(bytes);
        int requestId = BsonReader.lengthAt(header, 4);
        int operation = BsonReader.lengthAt(header, 12);
        return switch (operation) {
            case OP_MSG -> modern(requestId, bytes);
            case OP_QUERY -> old(requestId, bytes);
            default -> throw new IOException("operation " + operation + " is not spoken here");
        };
    }

    private static Message modern(int requestId, byte[] bytes) {
        int flags = BsonReader.lengthAt(bytes, 0);
        int end = bytes.length - ((flags & CHECKSUM_PRESENT) != 0 ? 4 : 0);
        Document body = new Document();
        Map<String, List<byte[]>> sequences = new HashMap<>();
        int at = 4;
        while (at < end) {
            int kind = bytes[at++];
            int size = BsonReader.lengthAt(bytes, at);
            if (kind == 0) {
                body = BsonReader.read(bytes, at, FieldTree.ALL);
            } else {
                readSequence(bytes, at, at + size, sequences);
            }
            at += size;
        }
        return new Message(requestId, true, (flags & MORE_TO_COME) == 0, body, sequences);
    }

    private static void readSequence(byte[] bytes, int start, int end, Map<String, List<byte[]>> into) {
        int nameEnd = start + 4;
        while (bytes[nameEnd] != 0) {
            nameEnd++;
        }
        String name = new String(bytes, start + 4, nameEnd - start - 4, StandardCharsets.UTF_8);
        List<byte[]> documents = new ArrayList<>();
        for (int at = nameEnd + 1; at < end; ) {
            int length = BsonReader.lengthAt(bytes, at);
            documents.add(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        into.put(name, documents);
    }

    private static Message old(int requestId, byte[] bytes) {
        int at = 4;
        while (bytes[at] != 0) {
            at++;
        }
        String collection = new String(bytes, 4, at - 4, StandardCharsets.UTF_8);
        Document body = BsonReader.read(bytes, at + 9, FieldTree.ALL);
        body.putIfAbsent("$db", collection.split("\\.", 2)[0]);
        return new Message(requestId, false, true, body, Map.of());
    }

    void reply(Document document, OutputStream out) throws IOException {
        ByteSink sink = new ByteSink(1024);
        sink.int32(0);
        sink.int32(0);
        sink.int32(requestId);
        sink.int32(modern ? OP_MSG : OP_REPLY);
        sink.int32(0);
        if (modern) {
            sink.int8(0);
        } else {
            sink.int64(0);
            sink.int32(0);
            sink.int32(1);
        }
        new BsonWriter(sink).document(document);
        sink.setInt32(0, sink.size());
        out.write(sink.array(), 0, sink.size());
        out.flush();
    }
}
