package org.mimamori.embedded.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.mimamori.embedded.EmbeddedSettings;

/** Marks a data file as a later version of the program would. */
public final class FormatForTest {

    private FormatForTest() {}

    public static void raise(Path path, long format) {
        try (MVStore file = DataFile.open(EmbeddedSettings.file(path))) {
            DataFile.setNumber(DataFile.about(file), "format".getBytes(StandardCharsets.UTF_8), format);
            file.commit();
        }
    }
}
