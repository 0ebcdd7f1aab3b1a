package org.mimamori.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.problem.Problem;

/**
 * Bytes in a folder of the file system, each content once, under its hash: {@code ab/cd/abcd...}. Content is there
 * whole or not at all: it is written beside, brought to the disk, and then given its name.
 */
final class FolderBlobStore implements BlobStore {

    private static final int BUFFER = 64 * 1024;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** What a crash left behind is surely not being written any more after this time. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path root;
    private final Path arriving;

    private FolderBlobStore(Path root) {
        this.root = root;
        this.arriving = root.resolve("arriving");
    }

    static FolderBlobStore open(Path root, Clock clock) {
        FolderBlobStore store = new FolderBlobStore(root);
        try {
            Files.createDirectories(store.arriving);
            store.removeAbandoned(clock.instant().minus(ABANDONED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store;
    }

    @Override
    public Blob write(InputStream content, long limit) throws IOException {
        Path arrived = Files.createTempFile(arriving, "", "");
        try {
            MessageDigest digest = sha256();
            long size = copy(content, arrived, digest, limit);
            String hash = HexFormat.of().formatHex(digest.digest());
            Path folder = folder(hash);
            if (!Files.exists(folder.resolve(hash))) {
                Files.createDirectories(folder);
                Files.move(arrived, folder.resolve(hash), StandardCopyOption.ATOMIC_MOVE);
                bringToDisk(folder);
            }
            return new Blob(hash, size);
        } finally {
            Files.deleteIfExists(arrived);
        }
    }

    private static long copy(InputStream content, Path target, MessageDigest digest, long limit) throws IOException {
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new Problem.TooLarge(limit).asException();
                }
                digest.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
            file.force(true);
            return size;
        }
    }

    @Override
    public InputStream read(String hash) throws IOException {
        return Files.newInputStream(folder(hash).resolve(hash));
    }

    @Override
    public void delete(String hash) throws IOException {
        Files.deleteIfExists(folder(hash).resolve(hash));
    }

    /** Only what is a hash becomes a path. */
    private Path folder(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("no hash: " + hash);
        }
        return root.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4));
    }

    /** A new name is safe when its folder is. Some systems cannot do that for folders, and do not need it. */
    private static void bringToDisk(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notForFolders) {
            return;
        }
    }

    private void removeAbandoned(Instant before) throws IOException {
        try (Stream<Path> files = Files.list(arriving)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
