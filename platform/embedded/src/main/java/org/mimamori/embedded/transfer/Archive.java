package org.mimamori.embedded.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.EmbeddedStoreException;

/**
 * A zip of collections: {@code <database>.<collection>.jsonl} holds a document a line in canonical extended JSON, by
 * {@code _id}; {@code manifest.json} holds the indexes, the counts and the SHA-256 of every file.
 */
public final class Archive {

    private static final String MANIFEST = "manifest.json";
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private Archive() {}

    /** Where collections come from. */
    public interface Source {
        List<String> namespaces();

        /** The indexes but that on _id, as {@code listIndexes} shows them. */
        List<Document> indexes(String namespace);

        /** The documents by _id, as BSON. */
        Iterator<byte[]> documents(String namespace);
    }

    /** Where collections go. */
    public interface Target {
        /** Whether there is no such collection, or nothing in it. */
        boolean isEmpty(String namespace);

        /** Begins a collection, which is empty or not there yet. */
        void create(String namespace);

        void insert(String namespace, List<BsonDocument> documents);

        void createIndex(String namespace, Document index);
    }

    /** Writes everything the source has; returns the SHA-256 of each collection. */
    public static Map<String, String> write(Source source, Path zip) {
        return write(source, zip, null);
    }

    /** The same, with every file below a folder. */
    public static Map<String, String> write(Source source, Path zip, @Nullable Path folder) {
        Document collections = new Document();
        try (FileSystem archive = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            for (String namespace : source.namespaces()) {
                Document facts = writeCollection(source, namespace, archive.getPath(namespace + ".jsonl"));
                collections.append(namespace, facts);
            }
            Document manifest = new Document("format", 1)
                    .append("collections", collections)
                    .append("files", folder == null ? new Document() : ArchivedFiles.write(folder, archive));
            Files.writeString(archive.getPath(MANIFEST), manifest.toJson(CANONICAL));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + zip, e);
        }
        return hashes(collections);
    }

    private static Document writeCollection(Source source, String namespace, Path file) throws IOException {
        MessageDigest digest = sha256();
        long count = 0;
        try (Writer lines = Files.newBufferedWriter(file)) {
            for (Iterator<byte[]> documents = source.documents(namespace); documents.hasNext(); count++) {
                String line = new RawBsonDocument(documents.next()).toJson(CANONICAL) + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                lines.write(line);
            }
        }
        return new Document("count", count)
                .append("sha256", HexFormat.of().formatHex(digest.digest()))
                .append("indexes", source.indexes(namespace));
    }

    private static Map<String, String> hashes(Document collections) {
        Map<String, String> hashes = new java.util.TreeMap<>();
        collections.forEach((namespace, facts) -> hashes.put(namespace, ((Document) facts).getString("sha256")));
        return hashes;
    }

    /**
     * Puts everything into the target, after checking that the archive is whole and the target has nothing in these
     * collections; returns the SHA-256s.
     */
    public static Map<String, String> read(Path zip, Target target) {
        return read(zip, target, null);
    }

    /** The same, putting the archive's files below a folder; they too are checked before anything is written. */
    public static Map<String, String> read(Path zip, Target target, @Nullable Path folder) {
        try (FileSystem archive = FileSystems.newFileSystem(zip)) {
            Document manifest = Document.parse(Files.readString(archive.getPath(MANIFEST)));
            if (manifest.getInteger("format") != 1) {
                throw new EmbeddedStoreException(
                        "The archive " + zip + " was written by a newer version of the program.");
            }
            Document collections = manifest.get("collections", Document.class);
            for (String namespace : collections.keySet()) {
                requireWhole(archive.getPath(namespace + ".jsonl"), collections.get(namespace, Document.class));
                requireEmpty(target, namespace);
            }
            Document files = manifest.get("files", new Document());
            ArchivedFiles.requireWhole(files, archive);
            if (folder != null) {
                ArchivedFiles.read(files, archive, folder);
            }
            for (String namespace : collections.keySet()) {
                readCollection(archive, namespace, collections.get(namespace, Document.class), target);
            }
            return hashes(collections);
        } catch (ZipException | NoSuchFileException | ProviderNotFoundException e) {
            throw new EmbeddedStoreException("The file " + zip + " is no archive, or a damaged one.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + zip, e);
        }
    }

    /** The SHA-256 of a file, in hexadecimal digits. */
    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (var in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void requireWhole(Path file, Document facts) throws IOException {
        if (!hash(file).equals(facts.getString("sha256"))) {
            throw new EmbeddedStoreException("The archive is damaged: " + file + " is not what was written.");
        }
    }

    private static void requireEmpty(Target target, String namespace) {
        if (!target.isEmpty(namespace)) {
            throw new EmbeddedStoreException("The collection " + namespace
                    + " is not empty, so nothing was imported. Import into a new store or database.");
        }
    }

    private static void readCollection(FileSystem archive, String namespace, Document facts, Target target)
            throws IOException {
        target.create(namespace);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Files.newInputStream(archive.getPath(namespace + ".jsonl")), StandardCharsets.UTF_8))) {
            List<BsonDocument> batch = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                batch.add(BsonDocument.parse(line));
                if (batch.size() == 500) {
                    target.insert(namespace, List.copyOf(batch));
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                target.insert(namespace, batch);
            }
        }
        facts.getList("indexes", Document.class).forEach(index -> target.createIndex(namespace, index));
    }

    /** The bytes of a document. */
    static byte[] bytes(BsonDocument document) {
        RawBsonDocument raw = new RawBsonDocument(document, new BsonDocumentCodec());
        byte[] bytes = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(bytes);
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
