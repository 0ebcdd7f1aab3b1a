package org.mimamori.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;
import org.mimamori.embedded.bson.ByteSink;

/**
 * What was committed since the data file was last brought up to date, in two files used in turn: one is written while
 * the other waits for the data file to reach the disk.
 *
 * <p>A frame is its length, its checksum, its number and the changes. A frame cut short by a crash was never
 * acknowledged, and ends the reading.
 */
final class RedoLog implements AutoCloseable {

    private static final int HEADER = 16;

    private final List<Path> paths;
    private final List<FileChannel> channels = new ArrayList<>();
    private final ByteSink pending = new ByteSink(1 << 16);
    private int active;
    private long turns;
    private volatile long bytes;
    private volatile long bytesEver;

    /** One committed unit of work. */
    record Frame(long number, byte[] changes) {}

    RedoLog(Path dataFile) throws IOException {
        paths = paths(dataFile);
        for (Path path : paths) {
            channels.add(FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        }
    }

    /** Removes the log of a data file that is being replaced. */
    static void delete(Path dataFile) throws IOException {
        for (Path path : paths(dataFile)) {
            Files.deleteIfExists(path);
        }
    }

    private static List<Path> paths(Path dataFile) {
        return List.of(sibling(dataFile, ".log1"), sibling(dataFile, ".log2"));
    }

    private static Path sibling(Path dataFile, String suffix) {
        return dataFile.resolveSibling(dataFile.getFileName() + suffix);
    }

    /** Every whole frame after the given number, in order. */
    List<Frame> readAfter(long number) throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (Path path : paths) {
            readFile(ByteBuffer.wrap(Files.readAllBytes(path)), frames);
        }
        frames.removeIf(frame -> frame.number() <= number);
        frames.sort(Comparator.comparingLong(Frame::number));
        return frames;
    }

    private static void readFile(ByteBuffer file, List<Frame> frames) {
        while (file.remaining() >= HEADER) {
            int length = file.getInt();
            int checksum = file.getInt();
            long number = file.getLong();
            if (length < 0 || length > file.remaining()) {
                return;
            }
            byte[] changes = new byte[length];
            file.get(changes);
            if (checksum(number, changes, length) != checksum) {
                return;
            }
            frames.add(new Frame(number, changes));
        }
    }

    private static int checksum(long number, byte[] changes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(8).putLong(0, number));
        crc.update(changes, 0, length);
        return (int) crc.getValue();
    }

    /** Adds a frame; it is on its way to the disk only after {@link #flush}. */
    synchronized void append(long number, ByteSink changes) {
        pending.int32(Integer.reverseBytes(changes.size()));
        pending.int32(Integer.reverseBytes(checksum(number, changes.array(), changes.size())));
        pending.ordered64(number);
        pending.write(changes.array(), 0, changes.size());
    }

    /** Hands all frames to the operating system and, if asked, waits until they are on the disk. */
    synchronized void flush(boolean sync) {
        if (pending.size() == 0) {
            return;
        }
        try {
            write(channels.get(active), sync);
            bytes += pending.size();
            bytesEver += pending.size();
            pending.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + paths.get(active), e);
        }
    }

    private void write(FileChannel channel, boolean sync) throws IOException {
        long start = channel.position();
        try {
            ByteBuffer buffer = ByteBuffer.wrap(pending.array(), 0, pending.size());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (sync) {
                channel.force(false);
            }
        } catch (IOException e) {
            // Half a frame would hide all that are written after it.
            channel.truncate(start);
            throw e;
        }
    }

    /** Gives up the frames that could not be written. */
    synchronized void forgetPending() {
        pending.clear();
    }

    /** How much has been written since the last {@link #turn}. */
    long bytes() {
        return bytes;
    }

    /** How much has been written since it was opened. */
    long bytesEver() {
        return bytesEver;
    }

    /** From here on writes to the other file; returns the number of this turn. */
    synchronized long turn() {
        flush(false);
        active = 1 - active;
        bytes = 0;
        return ++turns;
    }

    /** Empties the file that this turn left, because the data file holds all of it; unless it is in use again. */
    synchronized void emptyAfter(long turn) {
        if (turn != turns) {
            return;
        }
        try {
            channels.get(1 - active).truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot shorten the log " + paths.get(1 - active), e);
        }
    }

    /** Closes and removes both files, which must not be needed any more. */
    @Override
    public synchronized void close() {
        try {
            for (int i = 0; i < 2; i++) {
                channels.get(i).close();
                Files.deleteIfExists(paths.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
