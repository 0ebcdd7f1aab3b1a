package org.mimamori.embedded.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Byte arrays in unsigned order: keys that {@link org.mimamori.embedded.order.KeyWriter} wrote, and documents. */
final class BytesType extends BasicDataType<byte[]> {

    static final BytesType INSTANCE = new BytesType();
    static final byte[] EMPTY = {};
    private static final int ARRAY_HEADER = 24;

    private BytesType() {}

    @Override
    public int getMemory(byte[] value) {
        return value.length == 0 ? 0 : ARRAY_HEADER + value.length;
    }

    @Override
    public int compare(byte[] left, byte[] right) {
        return Arrays.compareUnsigned(left, right);
    }

    @Override
    public void write(WriteBuffer buffer, byte[] value) {
        buffer.putVarInt(value.length).put(value);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        if (length == 0) {
            return EMPTY;
        }
        byte[] value = new byte[length];
        buffer.get(value);
        return value;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
