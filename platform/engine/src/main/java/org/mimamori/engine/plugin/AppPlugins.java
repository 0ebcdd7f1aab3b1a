package org.mimamori.engine.plugin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.settings.Preview;
import org.mimamori.engine.settings.Previews;
import tools.jackson.databind.node.ArrayNode;

/** Which plug-ins an app names, as those who manage it choose them from what is installed. */
public final class AppPlugins {

    /** Most plug-ins of an app; kintone's. */
    private static final int MOST = 20;

    private static final String PLUGINS = "plugins";

    private final PluginStore store;
    private final Previews previews;

    public AppPlugins(PluginStore store, Previews previews) {
        this.store = store;
        this.previews = previews;
    }

    /** Adds installed plug-ins to what the app names; one it names already stays where it is. */
    public Preview add(Actor actor, AppId app, long expected, List<String> ids) {
        return previews.change(actor, app, expected, edit -> {
            requireInstalled(ids);
            Set<String> named = new LinkedHashSet<>(edit.before().settings().plugins());
            named.addAll(ids);
            if (named.size() > MOST) {
                throw refuse("ids", "tooMany", MOST);
            }
            ArrayNode json = edit.json().putArray(PLUGINS);
            named.forEach(json::add);
        });
    }

    private void requireInstalled(List<String> ids) {
        List<String> installed =
                store.all().stream().filter(Plugin::installed).map(Plugin::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            if (!installed.contains(ids.get(i))) {
                throw refuse("ids[" + i + "]", "pluginUnknown", ids.get(i));
            }
        }
    }

    private static RuntimeException refuse(String place, String key, Object... args) {
        return Problem.BadParameter.of(place, key, args).asException();
    }
}
