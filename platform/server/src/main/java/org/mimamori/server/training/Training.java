package org.mimamori.server.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import org.mimamori.server.MimamoriApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code train FOLDER}: starts the product on an empty folder, has it do what people and programs will ask of it, and
 * ends. A Java machine that is told to note what it loaded and compiled ({@code -XX:AOTCacheOutput}) starts the product
 * in half the time from then on, and fast from its first calls.
 */
public final class Training {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    /** On a busy machine less is done in the same time. */
    private static final Duration API = Duration.ofSeconds(25);

    private static final Duration ALL = Duration.ofSeconds(35);

    /** Whatever hangs, nobody waits for more. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Training() {}

    /** Whether a first argument names this command. */
    public static boolean isNamed(String argument) {
        return argument.equals("train");
    }

    /** Trains; fails if an answer is not what the product is to answer. */
    public static void run(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Usage: train FOLDER");
            System.exit(2);
        }
        haltAfter(LIMIT);
        Path folder = Path.of(arguments[1]);
        try (ConfigurableApplicationContext context = start(folder)) {
            var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
            int port = server.getPort();
            long now = System.nanoTime();
            ApiWork api = new ApiWork(port, now + API.toNanos());
            String record = api.run();
            new ScreenWork(port).run(record, now + ALL.toNanos());
            LOG.info("Trained with {} records", api.records());
        } catch (IOException e) {
            throw new IllegalStateException("The training failed", e);
        }
    }

    /** Everything is said here: what the environment says is of the real installation, its database above all. */
    private static ConfigurableApplicationContext start(Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw new FileAlreadyExistsException(folder + " exists already; the training wants a folder of its own.");
        }
        Path apps = Files.createDirectories(folder.resolve("apps"));
        try (InputStream people = resource("demo.json")) {
            Files.copy(people, apps.resolve("demo.json"));
        }
        return SpringApplication.run(
                MimamoriApplication.class,
                "--mimamori.port=0",
                "--mimamori.address=127.0.0.1",
                "--mimamori.data=" + folder.resolve("data"),
                "--mimamori.upload-folder=" + Files.createDirectory(folder.resolve("uploads")),
                "--mimamori.apps=" + apps,
                "--mimamori.mongodb.uri=",
                "--mimamori.demo=true",
                "--mimamori.admin.password=",
                "--mimamori.url=");
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(Training.class.getResourceAsStream("/training/" + name), name);
    }

    private static void haltAfter(Duration limit) {
        new Timer("training-limit", true)
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                System.err.println("The training took more than " + limit + " and was given up.");
                                Runtime.getRuntime().halt(1);
                            }
                        },
                        limit.toMillis());
    }
}
