package org.mimamori.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.record.Records;
import org.mimamori.server.settings.MimamoriSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty installation from the recipes ({@code demo.json}) that stand beside the app definitions. */
@Component
public class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private static final String RECIPE = "demo.json";

    private final DirectoryStore store;
    private final Directory directory;
    private final PasswordCheck passwords;
    private final Records records;
    private final AppCatalog catalog;
    private final CommentStore comments;
    private final ChangeStore changes;
    private final Transactions transactions;
    private final Clock clock;
    private final MimamoriSettings settings;

    Demo(
            DirectoryStore store,
            Directory directory,
            PasswordCheck passwords,
            Records records,
            AppCatalog catalog,
            CommentStore comments,
            ChangeStore changes,
            Transactions transactions,
            Clock clock,
            MimamoriSettings settings) {
        this.store = store;
        this.directory = directory;
        this.passwords = passwords;
        this.records = records;
        this.catalog = catalog;
        this.comments = comments;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /** Loads every recipe below the folder. */
    public void load(Path folder) {
        recipes(folder).forEach(this::load);
    }

    private void load(JsonNode recipe) {
        long start = clock.millis();
        Chance chance = new Chance(recipe.get("seed").asLong());
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        Template template = new Template(chance, recipe.path("lists"), clock.instant(), settings.zone());
        new DemoDirectory(store, passwords, template, recipe.path("lists"), settings.zone()).make(recipe);
        LOG.info("Demo: {} people", store.users().size());
        DemoRecords made =
                new DemoRecords(records.apps(), records.service(), records.bulkLoad(), template, chance, today);
        made.make(recipe);
        catalog.all().forEach(records.recalculation()::all);
        int written = new DemoComments(
                        records.apps(),
                        records.service(),
                        comments,
                        changes,
                        transactions,
                        directory,
                        template,
                        chance,
                        clock)
                .make(recipe, made);
        LOG.info("Demo: {} comments; loaded in {} s", written, (clock.millis() - start) / 1000);
    }

    static List<JsonNode> recipes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.endsWith(RECIPE))
                    .sorted()
                    .map(Demo::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path recipe) {
        try (InputStream content = Files.newInputStream(recipe)) {
            return JsonMapper.shared().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
