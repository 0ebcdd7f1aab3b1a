package org.mimamori.embedded.transfer;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.mimamori.embedded.EmbeddedStoreException;

/** The files of an archive, below {@code files/}; the manifest holds the SHA-256 of each by its path. */
final class ArchivedFiles {

    private static final String ROOT = "files/";

    private ArchivedFiles() {}

    static Document write(Path folder, FileSystem archive) throws IOException {
        Document hashes = new Document();
        if (!Files.isDirectory(folder)) {
            return hashes;
        }
        for (Path file : below(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            Path copy = archive.getPath(ROOT + name);
            Path parent = copy.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.copy(file, copy);
            hashes.append(name, Archive.hash(copy));
        }
        return hashes;
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void requireWhole(Document hashes, FileSystem archive) throws IOException {
        for (String name : hashes.keySet()) {
            if (!Archive.hash(archive.getPath(ROOT + name)).equals(hashes.getString(name))) {
                throw new EmbeddedStoreException("The archive is damaged: " + name + " is not what was written.");
            }
        }
    }

    static void read(Document hashes, FileSystem archive, Path folder) throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        for (String name : hashes.keySet()) {
            Path file = home.resolve(name).normalize();
            if (!file.startsWith(home)) {
                throw new EmbeddedStoreException("The archive names a file outside of its folder: " + name);
            }
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.copy(archive.getPath(ROOT + name), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
