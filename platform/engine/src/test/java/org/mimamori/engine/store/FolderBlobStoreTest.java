package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

class FolderBlobStoreTest {

    private static final String HELLO = "こんにちは";
    private static final String HASH_OF_HELLO = "125aeadf27b0459b8760c13a3d80912dfa8a81a68261906f60d87f4a0268646c";

    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path folder;

    private BlobStore store() {
        return FolderBlobStore.open(folder, clock);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void givesBackContentByItsHash() throws IOException {
        BlobStore.Blob blob = store().write(bytes(HELLO), 100);

        assertThat(blob).isEqualTo(new BlobStore.Blob(HASH_OF_HELLO, 15));
        try (InputStream content = store().read(blob.hash())) {
            assertThat(content).hasContent(HELLO);
        }
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        store().write(bytes(HELLO), 100);
        store().write(bytes(HELLO), 100);

        assertThat(files()).hasSize(1);
    }

    @Test
    void keepsContentOfExactlyTheLimitAndNothingOfMore() throws IOException {
        store().write(bytes("12345"), 5);

        assertThatThrownBy(() -> store().write(bytes("123456"), 5))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.problem()).isEqualTo(new Problem.TooLarge(5)));
        assertThat(files()).hasSize(1);
    }

    @Test
    void keepsContentLargerThanItsBuffer() throws IOException {
        byte[] large = new byte[3_000_001];
        large[3_000_000] = 7;

        BlobStore.Blob blob = store().write(new ByteArrayInputStream(large), Long.MAX_VALUE);

        assertThat(blob.size()).isEqualTo(3_000_001);
        try (InputStream content = store().read(blob.hash())) {
            assertThat(content.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void keepsNothingOfAnUploadThatBreaksOff() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 10;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the line is dead");
                }
                return 'x';
            }
        };

        assertThatThrownBy(() -> store().write(broken, 100)).hasMessage("the line is dead");
        assertThat(files()).isEmpty();
    }

    @Test
    void deletesContentAndSaysNothingWhenThereIsNone() throws IOException {
        BlobStore.Blob blob = store().write(bytes(HELLO), 100);
        store().delete(blob.hash());
        store().delete(blob.hash());

        assertThatThrownBy(() -> store().read(blob.hash())).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void takesNothingForAPathThatIsNoHash() {
        for (String name : List.of("../../etc/passwd", "", "ABC", HASH_OF_HELLO + "/..", HASH_OF_HELLO.toUpperCase())) {
            assertThatThrownBy(() -> store().read(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store().delete(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void clearsAwayWhatACrashLeftBehind() throws IOException {
        store();
        Path old = Files.writeString(folder.resolve("arriving").resolve("old"), "half");
        Path young = Files.writeString(folder.resolve("arriving").resolve("young"), "half");
        Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofDays(2))));
        Files.setLastModifiedTime(young, FileTime.from(clock.instant().minus(Duration.ofHours(2))));

        store();

        assertThat(files()).containsExactly(young);
    }
}
