package org.mimamori.api.app;

import java.util.List;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Customization;
import org.mimamori.engine.app.Customization.Resource;
import org.mimamori.engine.field.FileRef;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The scripts and styles an app names, as kintone's JSON. */
final class CustomizeJson {

    private CustomizeJson() {}

    static ObjectNode of(AppDefinition app) {
        Customization customization = app.settings().customization();
        ObjectNode json = Json.object().put("scope", customization.scope().name());
        device(json.putObject("desktop"), customization.desktop());
        device(json.putObject("mobile"), customization.mobile());
        return json.put("revision", Long.toString(app.revision()));
    }

    private static void device(ObjectNode json, Customization.Device device) {
        list(json.putArray("js"), device.js());
        list(json.putArray("css"), device.css());
    }

    private static void list(ArrayNode json, List<Resource> resources) {
        for (Resource resource : resources) {
            switch (resource) {
                case Resource.Link(String url) ->
                    json.addObject().put("type", "URL").put("url", url);
                case Resource.Upload(FileRef file) -> json.add(GeneralJson.file(file));
            }
        }
    }
}
