package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.file.StoredFile;

/** What every store of file data does. */
abstract class FileStoreContract {

    private static final Instant AT = Instant.parse("2026-05-15T01:30:00.123Z");

    protected abstract MongoStores stores();

    private FileStore files() {
        return stores().files();
    }

    private static StoredFile upload(String key, String hash, Instant at) {
        return new StoredFile(
                key, "登園の様子.jpg", "image/jpeg", 5_000_000_000L, hash, EntityRef.user("nursery01"), at, null);
    }

    private static StoredFile claimed(String key, String hash) {
        return new StoredFile(
                key,
                "報告書.pdf",
                "application/pdf",
                12,
                hash,
                EntityRef.user("nursery01"),
                AT,
                new StoredFile.Place.InRecord(new AppId(7), 12, new FieldCode("photos")));
    }

    @Test
    void givesBackAFileBeforeAndAfterItIsClaimed() {
        StoredFile upload = upload("a1", "h1", AT);
        files().save(upload);
        assertThat(files().find("a1")).contains(upload);

        StoredFile claimed = claimed("a1", "h1");
        files().save(claimed);
        assertThat(files().find("a1")).contains(claimed);
        assertThat(files().find("a2")).isEmpty();
    }

    @Test
    void knowsAFileUnderACommentInAThread() {
        StoredFile upload = upload("t1", "h9", AT);
        StoredFile hung = new StoredFile(
                "t2",
                upload.name(),
                upload.contentType(),
                upload.size(),
                upload.hash(),
                upload.uploader(),
                upload.uploadedAt(),
                new StoredFile.Place.InThread(3, 5));
        files().save(hung);

        assertThat(files().find("t2")).contains(hung);
    }

    @Test
    void knowsAFileThatTheSettingsOfAnAppHold() {
        StoredFile upload = upload("i1", "h10", AT);
        StoredFile icon = new StoredFile(
                "i2",
                upload.name(),
                upload.contentType(),
                upload.size(),
                upload.hash(),
                upload.uploader(),
                upload.uploadedAt(),
                new StoredFile.Place.InSettings(new AppId(4713)));
        files().save(icon);

        assertThat(files().find("i2")).contains(icon);
        assertThat(files().usage(new AppId(4713))).isEqualTo(upload.size());
    }

    @Test
    void knowsAFileThatIsBeingReadIn() {
        StoredFile upload = upload("r1", "h12", AT);
        StoredFile kept = new StoredFile(
                "r2",
                upload.name(),
                upload.contentType(),
                upload.size(),
                upload.hash(),
                upload.uploader(),
                upload.uploadedAt(),
                new StoredFile.Place.InImport(new AppId(4714), 12));
        files().save(kept);

        assertThat(files().find("r2")).contains(kept);
    }

    @Test
    void knowsThePackageOfAPlugin() {
        StoredFile upload = upload("p1", "h11", AT);
        StoredFile kept = new StoredFile(
                "p2",
                upload.name(),
                upload.contentType(),
                upload.size(),
                upload.hash(),
                upload.uploader(),
                upload.uploadedAt(),
                new StoredFile.Place.InPlugin("a".repeat(32)));
        files().save(kept);

        assertThat(files().find("p2")).contains(kept);
    }

    @Test
    void addsUpWhatAnAppHolds() {
        AppId app = new AppId(4711);
        StoredFile upload = upload("s0", "h8", AT);
        for (String key : List.of("s1", "s2")) {
            files().save(new StoredFile(
                    key,
                    upload.name(),
                    upload.contentType(),
                    20,
                    upload.hash(),
                    upload.uploader(),
                    upload.uploadedAt(),
                    new StoredFile.Place.InRecord(app, 1, new FieldCode("photos"))));
        }
        files().save(upload);

        assertThat(files().usage(app)).isEqualTo(40);
        assertThat(files().usage(new AppId(4712))).isZero();
    }

    @Test
    void forgetsADeletedFile() {
        files().save(claimed("b1", "h2"));
        files().delete("b1");
        files().delete("b1");

        assertThat(files().find("b1")).isEmpty();
    }

    @Test
    void tellsWhetherAnyFileHasAContent() {
        files().save(claimed("c1", "h3"));
        files().save(upload("c2", "h3", AT));
        files().delete("c1");
        assertThat(files().references("h3")).isTrue();

        files().delete("c2");
        assertThat(files().references("h3")).isFalse();
    }

    @Test
    void findsUploadsThatWaitTooLongOldestFirst() {
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        files().save(upload("d3", "h", longAgo.plusSeconds(3)));
        files().save(upload("d1", "h", longAgo.plusSeconds(1)));
        files().save(upload("d2", "h", longAgo.plusSeconds(2)));
        files().save(claimed("d4", "h"));

        assertThat(files().unclaimedBefore(longAgo.plusSeconds(3), 10))
                .extracting(StoredFile::key)
                .containsExactly("d1", "d2");
        assertThat(files().unclaimedBefore(longAgo.plusSeconds(9), 1))
                .extracting(StoredFile::key)
                .containsExactly("d1");
        assertThat(files().unclaimedBefore(longAgo.plusSeconds(9), 0)).isEmpty();
    }
}
