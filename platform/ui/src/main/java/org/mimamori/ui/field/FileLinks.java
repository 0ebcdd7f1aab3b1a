package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.Attachments;
import org.mimamori.ui.shell.Words;

/** Links to attached files. A file is always served as a download; of a picture a small copy is shown. */
record FileLinks(Attachments attachments, Supplier<Actor.Person> actor, Words words) {

    /** A file's name, with its size and, for a picture, how it looks; the name leads to the file. */
    Component link(FileRef file, int thumbnail) {
        Anchor anchor = new Anchor(download(file), file.name());
        anchor.addClassName("mm-file-name");
        return entry(file, anchor, thumbnail);
    }

    /** A file that is no record's yet, so that there is nothing to download. */
    Component name(FileRef file) {
        Div entry = new Div(VaadinIcon.FILE_O.create(), new Span(file.name()), size(file));
        entry.addClassName("mm-file");
        return entry;
    }

    private Component entry(FileRef file, Anchor anchor, int thumbnail) {
        Div entry = new Div();
        entry.addClassName("mm-file");
        if (Thumbnails.possible(file)) {
            Image picture = new Image(picture(file, thumbnail), "");
            picture.addClassName("mm-thumbnail");
            picture.setMaxWidth(thumbnail + "px");
            entry.add(picture);
        } else {
            entry.add(VaadinIcon.FILE_O.create());
        }
        entry.add(anchor, size(file));
        return entry;
    }

    private Span size(FileRef file) {
        Span size = new Span(
                file.size() < 1024 * 1024
                        ? words.of("field.file.kilobytes", Math.max(1, file.size() / 1024))
                        : words.of("field.file.megabytes", file.size() / (1024 * 1024)));
        size.addClassName("mm-file-size");
        return size;
    }

    private DownloadHandler download(FileRef file) {
        return DownloadHandler.fromInputStream(event -> {
            try {
                Attachments.Download opened = attachments.open(actor.get(), file.key());
                FileRef known = opened.file();
                return new DownloadResponse(opened.content(), known.name(), known.contentType(), known.size());
            } catch (PlatformException gone) {
                return DownloadResponse.error(HttpStatusCode.NOT_FOUND);
            }
        });
    }

    private DownloadHandler picture(FileRef file, int width) {
        return event -> {
            try (InputStream content = attachments.open(actor.get(), file.key()).content()) {
                byte[] png = Thumbnails.png(content, width);
                event.setContentType("image/png");
                event.setContentLength(png.length);
                event.getResponse().setHeader("Cache-Control", "private, max-age=3600");
                event.getOutputStream().write(png);
            } catch (PlatformException | IOException gone) {
                event.getResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
            }
        };
    }
}
