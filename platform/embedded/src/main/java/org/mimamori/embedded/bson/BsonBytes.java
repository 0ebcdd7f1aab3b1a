package org.mimamori.embedded.bson;

/** A whole document that is already encoded and is passed on as it is. */
public record BsonBytes(byte[] bytes) {

    /** Type byte of each kind of BSON value. */
    public static final int DOUBLE = 0x01;

    public static final int STRING = 0x02;
    public static final int DOCUMENT = 0x03;
    public static final int ARRAY = 0x04;
    public static final int BINARY = 0x05;
    public static final int UNDEFINED = 0x06;
    public static final int OBJECT_ID = 0x07;
    public static final int BOOLEAN = 0x08;
    public static final int DATE = 0x09;
    public static final int NULL = 0x0A;
    public static final int REGEX = 0x0B;
    public static final int DB_POINTER = 0x0C;
    public static final int CODE = 0x0D;
    public static final int SYMBOL = 0x0E;
    public static final int CODE_WITH_SCOPE = 0x0F;
    public static final int INT32 = 0x10;
    public static final int TIMESTAMP = 0x11;
    public static final int INT64 = 0x12;
    public static final int DECIMAL128 = 0x13;
    public static final int MIN_KEY = 0xFF;
    public static final int MAX_KEY = 0x7F;

    /** The largest document MongoDB takes. */
    public static final int MAX_SIZE = 16 * 1024 * 1024;
}
