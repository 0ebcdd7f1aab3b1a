package org.mimamori.embedded.bson;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes, little-endian as BSON is. */
public final class ByteSink {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int size;

    public ByteSink(int capacity) {
        bytes = new byte[capacity];
    }

    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** The array behind this sink, of which the first {@link #size()} bytes count. */
    public byte[] array() {
        return bytes;
    }

    public void int8(int value) {
        grow(1);
        bytes[size++] = (byte) value;
    }

    public void int32(int value) {
        grow(4);
        INT.set(bytes, size, value);
        size += 4;
    }

    public void int64(long value) {
        grow(8);
        LONG.set(bytes, size, value);
        size += 8;
    }

    /** Big-endian, so that the bytes sort as the unsigned number does. */
    public void ordered64(long value) {
        int64(Long.reverseBytes(value));
    }

    public void write(byte[] source, int offset, int length) {
        grow(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    public void cString(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        write(utf8, 0, utf8.length);
        int8(0);
    }

    public void setInt8(int at, int value) {
        bytes[at] = (byte) value;
    }

    public void setInt32(int at, int value) {
        INT.set(bytes, at, value);
    }

    /** Turns every bit from here to the end, which turns their order round. */
    public void invertFrom(int start) {
        for (int i = start; i < size; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
    }

    public void clear() {
        size = 0;
    }

    /** Forgets everything from here to the end. */
    public void cutTo(int length) {
        size = length;
    }

    private void grow(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
