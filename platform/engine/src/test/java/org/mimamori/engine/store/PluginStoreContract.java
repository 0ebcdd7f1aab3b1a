package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.plugin.Plugin;
import org.mimamori.engine.plugin.PluginStore;
import org.mimamori.engine.text.LocalText;

/** What every store of plug-ins does. */
abstract class PluginStoreContract {

    private static final Instant AT = Instant.parse("2026-05-15T01:30:00.123Z");

    protected abstract MongoStores stores();

    private PluginStore plugins() {
        return stores().plugins();
    }

    private static Plugin plugin(String id, @Nullable String file, Instant at) {
        LocalText name = new LocalText("Map", Map.of("en", "Map", "ja", "地図", "$a.b", "x"));
        return new Plugin(id, name, LocalText.of(""), "1.2", file, at);
    }

    @Test
    void keepsEverythingAndListsTheLatestFirst() {
        Plugin older = plugin("a".repeat(32), "key", AT);
        Plugin removed = plugin("b".repeat(32), null, AT.plusSeconds(1));
        plugins().save(older);
        plugins().save(removed);

        assertThat(plugins().all()).containsExactly(removed, older);
        assertThat(plugins().find(older.id())).contains(older);
        assertThat(plugins().find("c".repeat(32))).isEmpty();

        Plugin again = plugin(older.id(), "other key", AT.plusSeconds(2));
        plugins().save(again);
        assertThat(plugins().all()).containsExactly(again, removed);
    }
}
