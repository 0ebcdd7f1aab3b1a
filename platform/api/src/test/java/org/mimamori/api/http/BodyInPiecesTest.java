package org.mimamori.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Bodies that arrive bit by bit, with and without a length: forms with files and JSON. None may stand still, and what
 * was sent is what is kept. More rounds by {@code -Dmimamori.pieces.rounds}; a round is an upload, the record that the
 * file goes to, and the way back.
 */
class BodyInPiecesTest {

    private static final int ROUNDS = Integer.getInteger("mimamori.pieces.rounds", 320);
    private static final int AT_A_TIME = 8;
    private static final String LOGIN = Base64.getEncoder().encodeToString("coordinator:coordinator!".getBytes(UTF_8));
    private static final String FILE = "/k/v1/file.json";
    private static final String FORM = "multipart/form-data; boundary=b";
    /** How long the server may take to notice that a sender has gone, in nanoseconds. */
    private static final long PATIENCE = 15_000_000_000L;

    private static final Pattern KEY = Pattern.compile("\"fileKey\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9]+)\"");

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient client = SERVER.client().as("coordinator");
    private final String app = Long.toString(SERVER.app("child_register"));

    @Test
    void arriveWholeAndAreAnswered() throws Exception {
        List<Future<?>> rounds = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (int i = 0; i < ROUNDS; i++) {
                int round = i;
                rounds.add(threads.submit(() -> {
                    round(round);
                    return null;
                }));
            }
        }
        for (Future<?> round : rounds) {
            round.get();
        }
    }

    @Test
    void leaveNothingOnDiskHoweverTheyEnd() throws IOException {
        PieceSender sender = new PieceSender(SERVER.port(), LOGIN, new Random(1));
        byte[] whole = form(new byte[200_000]);
        byte[] cut = Arrays.copyOf(whole, whole.length - 8);
        byte[] withMore = Arrays.copyOf(whole, whole.length + 2 * 1024 * 1024);

        assertThat(sender.post(FILE, FORM, whole, true)).startsWith("HTTP/1.1 200");
        assertThat(sender.post(FILE, FORM, cut, true)).startsWith("HTTP/1.1 400");
        assertThat(sender.post(FILE, FORM, withMore, true)).startsWith("HTTP/1.1 400");
        assertThat(sender.post("/k/v1/records.json", FORM, whole, true)).startsWith("HTTP/1.1 400");
        awaitWaiting(false);
        for (byte[] form : List.of(whole, cut)) {
            sender.abandon(FILE, FORM, form, () -> awaitWaiting(true));
            awaitWaiting(false);
        }
    }

    /** Returns when there are, or are no, files on their way. */
    private static void awaitWaiting(boolean any) {
        for (long end = System.nanoTime() + PATIENCE; anyWaiting() != any && System.nanoTime() < end; ) {
            Thread.onSpinWait();
        }
        assertThat(anyWaiting()).isEqualTo(any);
    }

    private static boolean anyWaiting() {
        try (Stream<Path> files = Files.list(SERVER.uploads())) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void round(int number) throws IOException {
        Random random = new Random(number);
        // Beyond 64 KiB a part goes to the disk while it is read.
        byte[] content = new byte[1 + random.nextInt(number % 4 == 0 ? 300_000 : 20_000)];
        random.nextBytes(content);
        boolean chunked = number % 3 > 0;
        PieceSender sender = new PieceSender(SERVER.port(), LOGIN, random);
        String upload = sender.post(FILE, FORM, form(content), chunked);
        String added =
                sender.post("/k/v1/record.json", "application/json", record(number, found(KEY, upload)), chunked);
        String key = client.get("/k/v1/record.json", "app", app, "id", found(ID, added))
                .json()
                .at("/record/書類/value/0/fileKey")
                .asString();
        assertThat(client.get(FILE, "fileKey", key).bytes()).isEqualTo(content);
    }

    private static String found(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    private byte[] record(int number, String key) {
        return """
                {"app":%s,"record":{"児童番号":{"value":"P-%d"},"児童氏名":{"value":"青木"},
                 "書類":{"value":[{"fileKey":"%s"}]},"備考":{"value":"%s"}}}""".formatted(app, number, key, "備".repeat(number * 7 % 20_000)).getBytes(UTF_8);
    }

    private static byte[] form(byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"写真.bin\"\r\n\r\n".getBytes(UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        return form.toByteArray();
    }
}
