package org.mimamori.engine.app;

import org.mimamori.engine.field.FileRef;

/** The picture that stands for an app. */
public sealed interface AppIcon {

    /** One of kintone's ready-made pictures, {@code APP1} to {@code APP90}. */
    record Preset(String key) implements AppIcon {}

    /** A picture somebody uploaded. */
    record Picture(FileRef file) implements AppIcon {}
}
