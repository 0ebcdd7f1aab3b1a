package org.mimamori.server.transfer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;
import org.mimamori.embedded.transfer.Archive;
import org.mimamori.embedded.transfer.DriverContent;
import org.mimamori.server.settings.MimamoriSettings;

/**
 * {@code export FILE} and {@code import FILE}: a whole installation, database and attached files, as one zip of JSON
 * lines. The way from the embedded store to a MongoDB and back. The server must not run meanwhile.
 */
public final class TransferCommand {

    private final MimamoriSettings settings;

    public TransferCommand(MimamoriSettings settings) {
        this.settings = settings;
    }

    /** Whether a first argument names this command. */
    public static boolean isNamed(String argument) {
        return argument.equals("export") || argument.equals("import");
    }

    /**
     * Runs it.
     *
     * @return the SHA-256 of each collection: the same after an export and the import of what it wrote
     */
    public Map<String, String> run(String command, Path file) throws IOException {
        return command.equals("export") ? exportTo(file) : importFrom(file);
    }

    private Map<String, String> exportTo(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + " exists already; it is not written over.");
        }
        if (!isElsewhere() && !Files.exists(settings.storeFile())) {
            throw new NoSuchFileException("There is no installation in " + settings.data() + ".");
        }
        return withOwnFolder(file, fresh -> {
            Map<String, String> hashes = withDatabase(content -> Archive.write(content, fresh, settings.files()));
            keepFromOthers(fresh);
            Files.move(fresh, file);
            return hashes;
        });
    }

    private Map<String, String> importFrom(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException("There is no file " + file + ".");
        }
        return withDatabase(content -> Archive.read(file, content, settings.files()));
    }

    /**
     * Writes in a folder that nobody else may enter, beside where the file is to be: what comes to be there is whole,
     * and its owner's alone.
     */
    private static Map<String, String> withOwnFolder(Path file, Export export) throws IOException {
        Path folder = Files.createTempDirectory(
                Objects.requireNonNull(file.toAbsolutePath().getParent()), ".mimamori-export");
        Path fresh = folder.resolve("export.zip");
        try {
            return export.into(fresh);
        } finally {
            Files.deleteIfExists(fresh);
            Files.delete(folder);
        }
    }

    private static void keepFromOthers(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private boolean isElsewhere() {
        String uri = settings.mongodb().uri();
        return uri != null && !uri.isBlank();
    }

    private Map<String, String> withDatabase(Work work) throws IOException {
        String uri = settings.mongodb().uri();
        if (uri != null && isElsewhere()) {
            return withClient(uri, work);
        }
        Files.createDirectories(settings.data());
        try (EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedSettings.file(settings.storeFile()))) {
            return withClient(mongo.connectionString(), work);
        }
    }

    private Map<String, String> withClient(String uri, Work work) {
        try (MongoClient client = MongoClients.create(uri)) {
            return work.on(new DriverContent(client, settings.mongodb().database()));
        }
    }

    /** What writes the file. */
    private interface Export {
        Map<String, String> into(Path file) throws IOException;
    }

    /** What is done with the open database. */
    private interface Work {
        Map<String, String> on(DriverContent content);
    }
}
