package org.mimamori.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All files {@code words/<part>_<language>.properties} of the class path, by language and key. UTF-8. */
record WordBundles(Map<String, Map<String, String>> texts) {

    static WordBundles load() {
        Map<String, Map<String, String>> texts = new HashMap<>();
        for (Locale locale : Words.LOCALES) {
            texts.put(locale.getLanguage(), load(locale.getLanguage()));
        }
        return new WordBundles(Map.copyOf(texts));
    }

    Optional<String> find(String key, Locale locale) {
        return Optional.ofNullable(
                texts.getOrDefault(locale.getLanguage(), Map.of()).get(key));
    }

    private static Map<String, String> load(String language) {
        Map<String, String> texts = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:words/*_" + language + ".properties")) {
                read(file).forEach((key, text) -> {
                    if (texts.put(key.toString(), text.toString()) != null) {
                        throw new IllegalStateException(key + " has two texts; one is in " + file);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }

    private static Properties read(Resource file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = file.getInputStream();
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
