package org.mimamori.embedded.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.BsonDbPointer;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.BsonUndefined;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.bson.types.Symbol;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.Missing;

/** The kinds of value between which MongoDB's order is fixed; within a kind values compare by content. */
public enum Kind {
    MIN_KEY(0x08),
    /** What an empty array leaves in an index: below null. */
    EMPTY(0x0C),
    NULL(0x10),
    NUMBER(0x20),
    STRING(0x30),
    DOCUMENT(0x38),
    ARRAY(0x40),
    BINARY(0x48),
    OBJECT_ID(0x50),
    BOOLEAN(0x58),
    DATE(0x60),
    TIMESTAMP(0x68),
    REGEX(0x70),
    CODE(0x74),
    MAX_KEY(0x7C);

    private final int tag;

    Kind(int tag) {
        this.tag = tag;
    }

    /** First byte of every encoded value of this kind; neither 0 nor 255, so that it can be inverted and ended. */
    public int tag() {
        return tag;
    }

    public static Kind of(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing missing -> NULL;
            case Number number -> NUMBER;
            case String string -> STRING;
            case Map<?, ?> document -> DOCUMENT;
            case List<?> list -> ARRAY;
            case ObjectId id -> OBJECT_ID;
            case Boolean bool -> BOOLEAN;
            case Instant date -> DATE;
            default -> rare(value);
        };
    }

    private static Kind rare(Object value) {
        return switch (value) {
            case BsonUndefined undefined -> EMPTY;
            case Symbol symbol -> STRING;
            case Binary binary -> BINARY;
            case BsonTimestamp timestamp -> TIMESTAMP;
            case BsonRegularExpression regex -> REGEX;
            case BsonDbPointer pointer -> REGEX;
            case Code code -> CODE;
            case MinKey min -> MIN_KEY;
            case MaxKey max -> MAX_KEY;
            default -> throw new IllegalArgumentException("no BSON kind for " + value.getClass());
        };
    }

    /** Whether the value is NaN, which equals only itself and is neither more nor less than any number. */
    public static boolean isNaN(@Nullable Object value) {
        return switch (value) {
            case Double d -> d.isNaN();
            case Decimal128 d -> d.isNaN();
            case null, default -> false;
        };
    }
}
