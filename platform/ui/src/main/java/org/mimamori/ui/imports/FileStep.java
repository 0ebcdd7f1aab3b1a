package org.mimamori.ui.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.ui.field.UploadWords;

/** Chooses the file. */
final class FileStep extends Div {

    private final ImportDesk desk;
    private final Consumer<ImportDialog.ChosenFile> chosen;
    private final Paragraph refused = new Paragraph();

    FileStep(ImportDesk desk, Consumer<ImportDialog.ChosenFile> chosen) {
        this.desk = desk;
        this.chosen = chosen;
        refused.addClassName("mm-problems");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        Upload upload = new Upload();
        upload.setUploadHandler(this::receive);
        // Raw bodies pass by the limits the server sets for forms; the platform's own limit holds.
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setI18n(UploadWords.of(desk.words()));
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".csv", ".txt", ".tsv", "text/csv", "text/plain");
        upload.addFileRejectedListener(event -> refuse(desk.words().of("import.file.wrongType")));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        add(new Paragraph(desk.words().of("import.file.help")), refused, upload);
    }

    /** Runs outside the screen's lock, which a slow upload must not hold. */
    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream content = event.getInputStream()) {
            FileRef file = desk.attachments().upload(desk.actor(), event.getFileName(), content);
            ui.access(() -> take(file));
        } catch (PlatformException failed) {
            ui.access(() -> refuse(desk.words().of(failed.problem())));
            throw new IOException(failed);
        }
    }

    /** Takes a file that has been uploaded. */
    void take(FileRef file) {
        chosen.accept(new ImportDialog.ChosenFile(file.key(), file.name()));
    }

    private void refuse(String why) {
        refused.setText(why);
        refused.setVisible(true);
    }
}
