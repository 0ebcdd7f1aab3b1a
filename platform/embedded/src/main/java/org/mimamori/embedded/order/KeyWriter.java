package org.mimamori.embedded.order;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.BsonDbPointer;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.CodeWithScope;
import org.bson.types.ObjectId;
import org.bson.types.Symbol;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.ByteSink;

/**
 * Writes values as bytes that sort, compared unsigned from the left, as MongoDB sorts the values.
 *
 * <p>Each value says itself where it ends, so several in a row sort by the first, then the second, and so on. Numbers
 * of all types that are equal give equal bytes. The bytes are one-way: the values cannot be read back.
 */
public final class KeyWriter {

    private static final int END = 0x00;
    private static final int ESCAPE = 0xFF;

    private final ByteSink sink;

    public KeyWriter() {
        this(new ByteSink(48));
    }

    public KeyWriter(ByteSink sink) {
        this.sink = sink;
    }

    /** The key of one value. */
    public static byte[] key(@Nullable Object value) {
        return new KeyWriter().add(value, false).toByteArray();
    }

    public KeyWriter add(@Nullable Object value, boolean descending) {
        int start = sink.size();
        value(value);
        if (descending) {
            sink.invertFrom(start);
        }
        return this;
    }

    /** What an index holds for an empty array. */
    public KeyWriter addEmpty(boolean descending) {
        int start = sink.size();
        sink.int8(Kind.EMPTY.tag());
        if (descending) {
            sink.invertFrom(start);
        }
        return this;
    }

    public KeyWriter addRaw(byte[] key) {
        sink.write(key, 0, key.length);
        return this;
    }

    public byte[] toByteArray() {
        return sink.toByteArray();
    }

    private void value(@Nullable Object value) {
        Kind kind = Kind.of(value);
        sink.int8(kind.tag());
        if (value == null) {
            return;
        }
        switch (kind) {
            case NUMBER -> NumberKey.write(sink, (Number) value);
            case STRING -> text(value instanceof Symbol symbol ? symbol.getSymbol() : value.toString());
            case DOCUMENT -> document((Map<?, ?>) value);
            case ARRAY -> array((List<?>) value);
            case BINARY -> binary((Binary) value);
            case OBJECT_ID -> raw(((ObjectId) value).toByteArray());
            case BOOLEAN -> sink.int8((Boolean) value ? 2 : 1);
            case DATE -> sink.ordered64(((Instant) value).toEpochMilli() ^ Long.MIN_VALUE);
            case TIMESTAMP -> sink.ordered64(((BsonTimestamp) value).getValue());
            case REGEX -> regex(value);
            case CODE -> code(value);
            case MIN_KEY, EMPTY, NULL, MAX_KEY -> {}
        }
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int start = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == END) {
                sink.write(utf8, start, i + 1 - start);
                sink.int8(ESCAPE);
                start = i + 1;
            }
        }
        sink.write(utf8, start, utf8.length - start);
        sink.int8(END);
        sink.int8(END);
    }

    /** Fields compare by kind, then name, then value. */
    private void document(Map<?, ?> document) {
        document.forEach((name, value) -> {
            sink.int8(Kind.of(value).tag());
            text(String.valueOf(name));
            value(value);
        });
        sink.int8(END);
    }

    private void array(List<?> list) {
        list.forEach(this::value);
        sink.int8(END);
    }

    private void binary(Binary binary) {
        sink.int32(Integer.reverseBytes(binary.length()));
        sink.int8(binary.getType());
        raw(binary.getData());
    }

    private void regex(Object value) {
        if (value instanceof BsonRegularExpression regex) {
            text(regex.getPattern());
            text(regex.getOptions());
        } else if (value instanceof BsonDbPointer pointer) {
            text(pointer.getNamespace());
            raw(pointer.getId().toByteArray());
        }
    }

    private void code(Object value) {
        if (value instanceof Code code) {
            text(code.getCode());
        }
        if (value instanceof CodeWithScope code) {
            document(code.getScope());
        }
    }

    private void raw(byte[] bytes) {
        sink.write(bytes, 0, bytes.length);
    }
}
