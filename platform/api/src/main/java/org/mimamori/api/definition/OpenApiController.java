package org.mimamori.api.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.mimamori.api.wire.Reply;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of our own endpoints. kintone's calls are described by kintone. */
@RestController
final class OpenApiController {

    private final Reply description = read();

    @GetMapping("/api/openapi.json")
    Reply get() {
        return description;
    }

    private static Reply read() {
        try (InputStream file = OpenApiController.class.getResourceAsStream("openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("openapi.json is missing");
            }
            return new Reply(200, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
