package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.app.Customization.Device;
import org.mimamori.engine.app.Customization.Resource;
import org.mimamori.engine.field.FileRef;
import tools.jackson.databind.JsonNode;

/** Reads the smaller parts of an app's settings: icon, notes, customisation, plug-ins. */
final class SettingsParts {

    private SettingsParts() {}

    static AppIcon icon(JsonNode icon, AppIcon standard) {
        if (icon.path("file").isObject()) {
            return new AppIcon.Picture(file(icon.path("file")));
        }
        return icon.has("key") ? new AppIcon.Preset(Json.text(icon, "key")) : standard;
    }

    static AdminNotes notes(JsonNode notes) {
        return new AdminNotes(Json.text(notes, "content"), Json.flag(notes, "includeInTemplateAndDuplicates", false));
    }

    static Customization customization(JsonNode customize) {
        return new Customization(
                Json.choice(customize, "scope", Customization.Scope.ALL),
                device(customize.path("desktop")),
                device(customize.path("mobile")));
    }

    static List<String> plugins(JsonNode ids) {
        return ids.valueStream().map(JsonNode::asString).toList();
    }

    private static Device device(JsonNode device) {
        return new Device(resources(device.path("js")), resources(device.path("css")));
    }

    private static List<Resource> resources(JsonNode list) {
        List<Resource> read = new ArrayList<>();
        for (JsonNode one : list) {
            read.add(
                    one.path("file").isObject()
                            ? new Resource.Upload(file(one.path("file")))
                            : new Resource.Link(Json.text(one, "url")));
        }
        return read;
    }

    private static FileRef file(JsonNode file) {
        return new FileRef(
                Json.text(file, "fileKey"),
                Json.text(file, "name"),
                Json.text(file, "contentType"),
                Long.parseLong(Json.text(file, "size", "0")));
    }
}
