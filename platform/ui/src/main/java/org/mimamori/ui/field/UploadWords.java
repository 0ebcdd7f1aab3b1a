package org.mimamori.ui.field;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import org.mimamori.ui.shell.Words;

/** The texts of the control that uploads files. */
public final class UploadWords {

    private UploadWords() {}

    public static UploadI18N of(Words words) {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(words.of("field.file.drop"))
                        .setMany(words.of("field.file.drop")))
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(words.of("field.file.choose"))
                        .setMany(words.of("field.file.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(words.of("field.file.failed"))
                        .setFileIsTooBig(words.of("field.file.failed"))
                        .setIncorrectFileType(words.of("field.file.failed")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(words.of("field.file.connecting"))
                                .setStalled(words.of("field.file.stalled"))
                                .setProcessing(words.of("field.file.processing"))
                                .setHeld(words.of("field.file.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(words.of("field.file.remaining"))
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(words.of("field.file.failed"))
                                .setUnexpectedServerError(words.of("field.file.failed"))
                                .setForbidden(words.of("field.file.failed"))))
                .setFile(new UploadI18N.File()
                        .setRetry(words.of("field.file.retry"))
                        .setStart(words.of("field.file.start"))
                        .setRemove(words.of("field.file.cancel")))
                .setUnits(List.of("B", "kB", "MB", "GB"));
    }
}
