package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Attachments;

/** An editor of attached files: dropped or chosen, kept by the platform at once, the record's when it is saved. */
final class FilesEditor implements Editor {

    private final Field field;
    private final FieldContext context;
    private final Attachments attachments;
    private final Supplier<Actor.Person> actor;
    private final FieldFrame frame;
    private final Div list = new Div();
    private final Upload upload = new Upload();
    private final List<FileRef> files = new ArrayList<>();
    private final Set<String> saved = new HashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();

    FilesEditor(Field field, FieldContext context, Attachments attachments, Supplier<Actor.Person> actor, Place place) {
        this.field = field;
        this.context = context;
        this.attachments = attachments;
        this.actor = actor;
        list.addClassName("mm-files");
        frame = Labels.name(new FieldFrame(list, upload), field, context, place);
        upload.setUploadHandler(this::receive);
        // Raw bodies pass by the limits the server sets for forms; the platform's own limit holds.
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setI18n(UploadWords.of(context.words()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
    }

    @Override
    public Component component() {
        return frame;
    }

    @Override
    public Value value() {
        return Value.files(files);
    }

    @Override
    public List<FieldProblem> faults() {
        return upload.isUploading() ? List.of(FieldProblem.of(field.code().text(), "file.uploading")) : List.of();
    }

    @Override
    public void show(Value value) {
        files.clear();
        saved.clear();
        if (value instanceof Value.Files(List<FileRef> shown)) {
            files.addAll(shown);
            shown.forEach(file -> saved.add(file.key()));
        }
        list();
    }

    @Override
    public void report(List<FieldProblem> problems) {
        Reports.show(frame, problems, context.words());
    }

    @Override
    public void require(boolean required) {
        frame.setRequiredIndicatorVisible(required);
    }

    @Override
    public void focus() {
        upload.getUploadButton().getElement().callJsFunction("focus");
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Runs outside the screen's lock, which a slow upload must not hold. */
    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream content = event.getInputStream()) {
            FileRef file = attachments.upload(actor.get(), event.getFileName(), content);
            ui.access(() -> add(file));
        } catch (PlatformException refused) {
            ui.access(() -> refuse(refused.problem()));
            throw new IOException(refused);
        }
    }

    /** Takes a file that has been uploaded. */
    void add(FileRef file) {
        files.add(file);
        changed();
    }

    private void refuse(Problem problem) {
        frame.setErrorMessage(context.words().of(problem));
        frame.setInvalid(true);
    }

    private void remove(FileRef file) {
        files.remove(file);
        changed();
    }

    private void changed() {
        list();
        listeners.forEach(Runnable::run);
    }

    private void list() {
        list.removeAll();
        FileLinks links = new FileLinks(attachments, actor, context.words());
        for (FileRef file : files) {
            Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> remove(file));
            remove.addThemeName("tertiary icon");
            remove.setAriaLabel(context.words().of("field.file.remove", file.name()));
            Div entry = new Div(saved.contains(file.key()) ? links.link(file, 50) : links.name(file), remove);
            entry.addClassName("mm-file-entry");
            list.add(entry);
        }
    }
}
