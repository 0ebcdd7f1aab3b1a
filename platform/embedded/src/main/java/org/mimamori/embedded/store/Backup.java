package org.mimamori.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.mimamori.embedded.EmbeddedSettings;
import org.mimamori.embedded.EmbeddedStoreException;
import org.mimamori.embedded.bson.BsonWriter;

/** A snapshot written to a data file of its own, which is compact and can be opened or put in place as it is. */
public final class Backup {

    private static final int COMMIT_MEMORY = 16 << 20;

    private final MVStore file;
    private final MVMap<byte[], byte[]> catalogue;
    private long lastId;

    private Backup(MVStore file) {
        this.file = file;
        this.catalogue = Catalogue.openMap(file, Catalogue.NAME);
    }

    /** Writes the snapshot. The target appears only when it is whole and on the disk. */
    public static void write(Snapshot snapshot, Path target) {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            try (MVStore file = DataFile.open(EmbeddedSettings.file(unfinished))) {
                DataFile.about(file);
                Backup backup = new Backup(file);
                snapshot.all().values().forEach(backup::add);
            }
            force(unfinished);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the backup " + target, e);
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void add(TableView table) {
        long id = ++lastId;
        copy(table.data(), Catalogue.DATA + id);
        List<Document> indexes = table.indexes().stream().map(this::addIndex).toList();
        Document entry =
                new Document("id", id).append("options", table.options()).append("indexes", indexes);
        catalogue.put(table.namespace().getBytes(StandardCharsets.UTF_8), BsonWriter.bytes(entry));
    }

    private Document addIndex(IndexView index) {
        long id = ++lastId;
        copy(index.map().stored(), Catalogue.mapName(id, index.isInBlocks()));
        return Catalogue.entry(id, index);
    }

    private void copy(SortedBytes from, String name) {
        MVMap<byte[], byte[]> to = Catalogue.openMap(file, name);
        for (Iterator<SortedBytes.Entry> entries = from.entries(null, null, false); entries.hasNext(); ) {
            SortedBytes.Entry entry = entries.next();
            to.append(entry.key(), entry.value());
            if (file.getUnsavedMemory() > COMMIT_MEMORY) {
                file.commit();
            }
        }
    }

    /** Puts a backup in the place of a data file, which nobody may have open. */
    public static void restore(Path backup, Path dataFile) {
        EmbeddedSettings settings = EmbeddedSettings.file(backup);
        if (!Files.isRegularFile(backup)) {
            throw new EmbeddedStoreException("There is no backup " + backup + ".");
        }
        try (MVStore file = DataFile.open(settings)) {
            DataFile.about(file);
        }
        if (Files.exists(dataFile)) {
            // Opening it shows that nobody else has.
            DataFile.open(EmbeddedSettings.file(dataFile)).closeImmediately();
        }
        try {
            Path copy = dataFile.resolveSibling(dataFile.getFileName() + ".restored");
            Files.copy(backup, copy, StandardCopyOption.REPLACE_EXISTING);
            force(copy);
            RedoLog.delete(dataFile);
            Files.move(copy, dataFile, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot restore " + backup + " to " + dataFile, e);
        }
    }
}
