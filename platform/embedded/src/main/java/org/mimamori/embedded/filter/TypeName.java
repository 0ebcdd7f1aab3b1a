package org.mimamori.embedded.filter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
import org.mimamori.embedded.CommandException;

/** The types of BSON by the names and numbers MongoDB's {@code $type} knows. */
public enum TypeName {
    DOUBLE("double", 1, Double.class::isInstance),
    STRING("string", 2, String.class::isInstance),
    OBJECT("object", 3, Map.class::isInstance),
    ARRAY("array", 4, List.class::isInstance),
    BIN_DATA("binData", 5, Binary.class::isInstance),
    UNDEFINED("undefined", 6, BsonUndefined.class::isInstance),
    OBJECT_ID("objectId", 7, ObjectId.class::isInstance),
    BOOL("bool", 8, Boolean.class::isInstance),
    DATE("date", 9, Instant.class::isInstance),
    NULL("null", 10, value -> value == null),
    REGEX("regex", 11, BsonRegularExpression.class::isInstance),
    JAVASCRIPT("javascript", 13, Code.class::isInstance),
    SYMBOL("symbol", 14, Symbol.class::isInstance),
    INT("int", 16, Integer.class::isInstance),
    TIMESTAMP("timestamp", 17, BsonTimestamp.class::isInstance),
    LONG("long", 18, Long.class::isInstance),
    DECIMAL("decimal", 19, Decimal128.class::isInstance),
    MIN_KEY("minKey", -1, MinKey.class::isInstance),
    MAX_KEY("maxKey", 127, MaxKey.class::isInstance),
    NUMBER("number", Integer.MIN_VALUE, Number.class::isInstance);

    private final String alias;
    private final int number;
    private final Predicate<@Nullable Object> holds;

    TypeName(String alias, int number, Predicate<@Nullable Object> holds) {
        this.alias = alias;
        this.number = number;
        this.holds = holds;
    }

    boolean holds(@Nullable Object value) {
        return holds.test(value);
    }

    /** MongoDB's name of the type of a value. */
    public static String nameOf(@Nullable Object value) {
        for (TypeName type : values()) {
            if (type.holds(value)) {
                return type.alias;
            }
        }
        return "missing";
    }

    static TypeName parse(@Nullable Object spec) {
        for (TypeName type : values()) {
            if (type.alias.equals(spec) || spec instanceof Number n && n.doubleValue() == type.number) {
                return type;
            }
        }
        throw CommandException.badValue("Unknown type name or number: " + spec);
    }
}
