package org.mimamori.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.record.Attachments;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Files in and out. Both ways stream: a file is never held in memory. */
@RestController
@RequestMapping("/k/v1/file.json")
final class FileController {

    /** Buffers waiting between the file on disk and the store. */
    private static final int WAITING = 16;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Attachments attachments;

    FileController(Attachments attachments) {
        this.attachments = attachments;
    }

    @PostMapping
    Reply upload(Upload upload) throws IOException {
        try (InputStream content =
                DataBufferUtils.subscriberInputStream(upload.file().content(), WAITING)) {
            FileRef file = attachments.upload(upload.actor(), upload.file().filename(), content);
            return Reply.of(Json.object().put("fileKey", file.key()));
        }
    }

    @GetMapping
    ResponseEntity<Flux<DataBuffer>> download(Actor actor, Parameters parameters) throws IOException {
        Attachments.Download download = attachments.open(actor, parameters.text("fileKey"));
        FileRef file = download.file();
        Flux<DataBuffer> content = DataBufferUtils.readInputStream(
                        download::content, DefaultDataBufferFactory.sharedInstance, BUFFER_BYTES)
                .subscribeOn(Schedulers.boundedElastic());
        // Always a download: what strangers uploaded is never opened as a page of ours.
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentLength(file.size())
                .body(content);
    }
}
