package org.mimamori.embedded.bson;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.BsonDbPointer;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.CodeWithScope;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.bson.types.Symbol;
import org.jspecify.annotations.Nullable;

/** Encodes documents into a growing array. */
public final class BsonWriter {

    private final ByteSink sink;

    public BsonWriter(ByteSink sink) {
        this.sink = sink;
    }

    public static byte[] bytes(Map<String, ?> document) {
        ByteSink sink = new ByteSink(512);
        new BsonWriter(sink).document(document);
        return sink.toByteArray();
    }

    public void document(Map<String, ?> document) {
        int start = sink.size();
        sink.int32(0);
        document.forEach(this::element);
        end(start);
    }

    private void array(List<?> list) {
        int start = sink.size();
        sink.int32(0);
        int index = 0;
        for (Object value : list) {
            element(Integer.toString(index++), value);
        }
        end(start);
    }

    private void end(int start) {
        sink.int8(0);
        sink.setInt32(start, sink.size() - start);
    }

    private void element(String name, @Nullable Object value) {
        int typeAt = sink.size();
        sink.int8(0);
        sink.cString(name);
        sink.setInt8(typeAt, value(value));
    }

    /** Writes the value and returns its type. */
    private int value(@Nullable Object value) {
        return switch (value) {
            case null -> BsonBytes.NULL;
            case String s -> string(s, BsonBytes.STRING);
            case Integer i -> {
                sink.int32(i);
                yield BsonBytes.INT32;
            }
            case Long l -> int64(l, BsonBytes.INT64);
            case Double d -> int64(Double.doubleToRawLongBits(d), BsonBytes.DOUBLE);
            case Boolean b -> {
                sink.int8(b ? 1 : 0);
                yield BsonBytes.BOOLEAN;
            }
            case Instant i -> int64(i.toEpochMilli(), BsonBytes.DATE);
            case Decimal128 d -> {
                sink.int64(d.getLow());
                yield int64(d.getHigh(), BsonBytes.DECIMAL128);
            }
            case ObjectId id -> raw(id.toByteArray(), BsonBytes.OBJECT_ID);
            case BsonBytes whole -> raw(whole.bytes(), BsonBytes.DOCUMENT);
            case Map<?, ?> map -> nested(map);
            case List<?> list -> {
                array(list);
                yield BsonBytes.ARRAY;
            }
            default -> rareValue(value);
        };
    }

    private int rareValue(Object value) {
        return switch (value) {
            case Binary binary -> {
                sink.int32(binary.length());
                sink.int8(binary.getType());
                yield raw(binary.getData(), BsonBytes.BINARY);
            }
            case BsonRegularExpression regex -> {
                sink.cString(regex.getPattern());
                sink.cString(regex.getOptions());
                yield BsonBytes.REGEX;
            }
            case BsonTimestamp timestamp -> int64(timestamp.getValue(), BsonBytes.TIMESTAMP);
            case CodeWithScope code -> codeWithScope(code);
            case Code code -> string(code.getCode(), BsonBytes.CODE);
            case Symbol symbol -> string(symbol.getSymbol(), BsonBytes.SYMBOL);
            case BsonDbPointer pointer -> {
                string(pointer.getNamespace(), BsonBytes.DB_POINTER);
                yield raw(pointer.getId().toByteArray(), BsonBytes.DB_POINTER);
            }
            case MinKey min -> BsonBytes.MIN_KEY;
            case MaxKey max -> BsonBytes.MAX_KEY;
            case BsonUndefined undefined -> BsonBytes.UNDEFINED;
            default -> throw new IllegalArgumentException("no BSON type for " + value.getClass());
        };
    }

    @SuppressWarnings("unchecked")
    private int nested(Map<?, ?> map) {
        document((Map<String, ?>) map);
        return BsonBytes.DOCUMENT;
    }

    private int string(String value, int type) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        sink.int32(utf8.length + 1);
        sink.write(utf8, 0, utf8.length);
        sink.int8(0);
        return type;
    }

    private int int64(long value, int type) {
        sink.int64(value);
        return type;
    }

    private int raw(byte[] bytes, int type) {
        sink.write(bytes, 0, bytes.length);
        return type;
    }

    private int codeWithScope(CodeWithScope code) {
        int start = sink.size();
        sink.int32(0);
        string(code.getCode(), BsonBytes.STRING);
        document(code.getScope());
        sink.setInt32(start, sink.size() - start);
        return BsonBytes.CODE_WITH_SCOPE;
    }
}
