package org.mimamori.engine.app;

import java.util.List;
import java.util.stream.Stream;
import org.mimamori.engine.field.FileRef;

/**
 * Scripts and styles kintone would run on an app's screens. Kept and answered; our screens run none of them
 * (docs/adr/0015-foreign-scripts-are-kept-not-run.md).
 */
public record Customization(Scope scope, Device desktop, Device mobile) {

    public static final Customization NONE = new Customization(Scope.ALL, Device.NONE, Device.NONE);

    /** For whom they would run. */
    public enum Scope {
        ALL,
        ADMIN,
        NONE
    }

    /** What one kind of screen would load, in order. */
    public record Device(List<Resource> js, List<Resource> css) {

        static final Device NONE = new Device(List.of(), List.of());

        public Device {
            js = List.copyOf(js);
            css = List.copyOf(css);
        }
    }

    /** A script or style. */
    public sealed interface Resource {

        /** Somewhere on the net. */
        record Link(String url) implements Resource {}

        /** Uploaded to the app. */
        record Upload(FileRef file) implements Resource {}
    }

    Stream<FileRef> files() {
        return Stream.of(desktop, mobile)
                .flatMap(device -> Stream.concat(device.js().stream(), device.css().stream()))
                .flatMap(resource ->
                        resource instanceof Resource.Upload(FileRef file) ? Stream.of(file) : Stream.empty());
    }
}
