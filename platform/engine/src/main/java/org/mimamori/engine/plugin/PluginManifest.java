package org.mimamori.engine.plugin;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.mimamori.engine.text.LocalText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a plug-in says of itself in its {@code manifest.json}; texts by language, of which English must be there. */
record PluginManifest(LocalText name, LocalText description, String version) {

    /** Largest manifest, in bytes. */
    static final int LARGEST = 256 * 1024;

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int LONGEST_VERSION = 64;

    private static final JsonMapper JSON = new JsonMapper();

    /** The manifest, or {@code BadParameter} naming what is wrong in it. */
    static PluginManifest read(byte[] bytes) {
        JsonNode json = tree(bytes);
        require(json.path("manifest_version").asString("").equals("1"), "manifest_version");
        require(json.path("type").asString("").equals("APP"), "type");
        JsonNode version = json.path("version");
        String counted = version.asString("");
        require(
                (version.isNumber() || version.isString()) && !counted.isBlank() && counted.length() <= LONGEST_VERSION,
                "version");
        LocalText name = texts(json.path("name"), "name", LONGEST_NAME);
        require(!name.base().isBlank(), "name");
        return new PluginManifest(name, texts(json.path("description"), "description", LONGEST_DESCRIPTION), counted);
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            require(json.isObject(), "manifest.json");
            return json;
        } catch (JacksonException e) {
            throw PluginPackage.refuse("pluginManifest", "manifest.json");
        }
    }

    private static LocalText texts(JsonNode json, String place, int longest) {
        Map<String, String> texts = new TreeMap<>();
        json.properties().forEach(text -> {
            require(
                    text.getValue().isString() && text.getValue().asString().length() <= longest,
                    place + "." + text.getKey());
            texts.put(text.getKey(), text.getValue().asString());
        });
        return new LocalText(texts.getOrDefault("en", ""), texts);
    }

    private static void require(boolean right, String place) {
        if (!right) {
            throw PluginPackage.refuse("pluginManifest", place);
        }
    }
}
