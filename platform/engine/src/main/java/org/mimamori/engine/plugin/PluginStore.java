package org.mimamori.engine.plugin;

import java.util.List;
import java.util.Optional;

/** Port: the plug-ins that are or were installed. There are few of them. */
public interface PluginStore {

    /** All of them, the latest first. */
    List<Plugin> all();

    Optional<Plugin> find(String id);

    void save(Plugin plugin);
}
