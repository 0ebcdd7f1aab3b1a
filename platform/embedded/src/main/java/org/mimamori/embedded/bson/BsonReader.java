package org.mimamori.embedded.bson;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDbPointer;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.CodeWithScope;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.bson.types.Symbol;
import org.jspecify.annotations.Nullable;

/** Decodes documents, skipping the fields nobody asked for. */
public final class BsonReader {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int at;

    private BsonReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    public static Document read(byte[] bytes) {
        return read(bytes, 0, FieldTree.ALL);
    }

    public static Document read(byte[] bytes, FieldTree wanted) {
        return read(bytes, 0, wanted);
    }

    public static Document read(byte[] bytes, int offset, FieldTree wanted) {
        try {
            return new BsonReader(bytes, offset).document(wanted);
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("BSON document ends too early", e);
        }
    }

    /** The first name at the top of a document that begins with this character. */
    public static @Nullable String findNameStartingWith(byte[] bytes, char first) {
        BsonReader reader = new BsonReader(bytes, 4);
        for (int type = reader.next(); type != 0; type = reader.next()) {
            int nameStart = reader.at;
            reader.skipName();
            if (bytes[nameStart] == first) {
                return reader.nameFrom(nameStart);
            }
            reader.skip(type);
        }
        return null;
    }

    /** Length of the document that begins at the offset. */
    public static int lengthAt(byte[] bytes, int offset) {
        return (int) INT.get(bytes, offset);
    }

    private Document document(FieldTree wanted) {
        int end = at + lengthAt(bytes, at);
        at += 4;
        Document document = new Document();
        int left = wanted.size();
        for (int type = next(); type != 0; type = next()) {
            int nameStart = at;
            skipName();
            if (wanted == FieldTree.ALL) {
                document.put(nameFrom(nameStart), value(type, FieldTree.ALL));
                continue;
            }
            int place = wanted.find(bytes, nameStart, at - 1);
            if (place < 0) {
                skip(type);
            } else {
                document.put(wanted.name(place), value(type, wanted.child(place)));
                if (--left == 0) {
                    at = end;
                    return document;
                }
            }
        }
        return document;
    }

    private List<@Nullable Object> array(FieldTree wanted) {
        at += 4;
        List<@Nullable Object> list = new ArrayList<>();
        for (int type = next(); type != 0; type = next()) {
            skipName();
            list.add(value(type, wanted));
        }
        return list;
    }

    private int next() {
        return bytes[at++] & 0xFF;
    }

    private void skipName() {
        while (bytes[at++] != 0) {}
    }

    private String nameFrom(int start) {
        return new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8);
    }

    private @Nullable Object value(int type, FieldTree wanted) {
        return switch (type) {
            case BsonBytes.DOUBLE -> Double.longBitsToDouble(int64());
            case BsonBytes.STRING -> string();
            case BsonBytes.DOCUMENT -> document(wanted);
            case BsonBytes.ARRAY -> array(wanted);
            case BsonBytes.BINARY -> binary();
            case BsonBytes.OBJECT_ID -> new ObjectId(take(12));
            case BsonBytes.BOOLEAN -> next() != 0;
            case BsonBytes.DATE -> Instant.ofEpochMilli(int64());
            case BsonBytes.NULL -> null;
            case BsonBytes.INT32 -> int32();
            case BsonBytes.INT64 -> int64();
            case BsonBytes.DECIMAL128 -> decimal();
            default -> rareValue(type);
        };
    }

    private Object rareValue(int type) {
        return switch (type) {
            case BsonBytes.UNDEFINED -> new BsonUndefined();
            case BsonBytes.REGEX -> new BsonRegularExpression(cString(), cString());
            case BsonBytes.DB_POINTER -> new BsonDbPointer(string(), new ObjectId(take(12)));
            case BsonBytes.CODE -> new Code(string());
            case BsonBytes.SYMBOL -> new Symbol(string());
            case BsonBytes.CODE_WITH_SCOPE -> codeWithScope();
            case BsonBytes.TIMESTAMP -> new BsonTimestamp(int64());
            case BsonBytes.MIN_KEY -> new MinKey();
            case BsonBytes.MAX_KEY -> new MaxKey();
            default -> throw new IllegalArgumentException("unknown BSON type 0x" + Integer.toHexString(type));
        };
    }

    private void skip(int type) {
        switch (type) {
            case BsonBytes.DOUBLE, BsonBytes.DATE, BsonBytes.INT64, BsonBytes.TIMESTAMP -> at += 8;
            case BsonBytes.STRING, BsonBytes.CODE, BsonBytes.SYMBOL -> at += 4 + lengthAt(bytes, at);
            case BsonBytes.DOCUMENT, BsonBytes.ARRAY, BsonBytes.CODE_WITH_SCOPE -> at += lengthAt(bytes, at);
            case BsonBytes.BINARY -> at += 5 + lengthAt(bytes, at);
            case BsonBytes.OBJECT_ID -> at += 12;
            case BsonBytes.BOOLEAN -> at += 1;
            case BsonBytes.INT32 -> at += 4;
            case BsonBytes.DECIMAL128 -> at += 16;
            case BsonBytes.NULL -> {}
            default -> rareValue(type);
        }
    }

    private int int32() {
        int value = (int) INT.get(bytes, at);
        at += 4;
        return value;
    }

    private long int64() {
        long value = (long) LONG.get(bytes, at);
        at += 8;
        return value;
    }

    private Decimal128 decimal() {
        long low = int64();
        return Decimal128.fromIEEE754BIDEncoding(int64(), low);
    }

    private String string() {
        int length = int32();
        String value = new String(bytes, at, length - 1, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    private String cString() {
        int start = at;
        skipName();
        return nameFrom(start);
    }

    private Binary binary() {
        int length = int32();
        byte subtype = bytes[at++];
        return new Binary(subtype, take(length));
    }

    private CodeWithScope codeWithScope() {
        at += 4;
        return new CodeWithScope(string(), document(FieldTree.ALL));
    }

    private byte[] take(int length) {
        byte[] taken = new byte[length];
        System.arraycopy(bytes, at, taken, 0, length);
        at += length;
        return taken;
    }
}
