package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.mimamori.engine.record.Attachments.Download;
import org.mimamori.engine.surface.Plain.Rec;

/** Attached files, whoever has learnt their keys. */
final class FileSurface implements Surface {

    @Override
    public void check(Scene scene) {
        for (Rec record : scene.sample()) {
            String key = record.fileKey;
            if (key != null) {
                boolean visible = scene.seen(record)
                        .filter(seen -> seen.containsKey("paper"))
                        .isPresent();
                assertThat(scene.answer(() -> content(scene, key)))
                        .as("file of %s", record)
                        .isEqualTo(visible ? "content of " + record.values.get("paper") : "FileNotFound");
            }
        }
    }

    private static String content(Scene scene, String key) {
        try {
            Download download = scene.engine.records.attachments().open(scene.actor, key);
            try (InputStream in = download.content()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
