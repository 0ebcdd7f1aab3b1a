package org.mimamori.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.util.List;
import java.util.function.Consumer;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.ui.shell.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes a definition's file and makes an app of it, or says what is wrong with it. */
final class DefinitionUpload extends Upload {

    private static final int LARGEST = 5 * 1024 * 1024;

    /** A key that stands twice would silently win over the first. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final AdminDesk desk;
    private final Consumer<List<DefinitionProblem>> refused;
    private final Runnable installed;

    DefinitionUpload(AdminDesk desk, Consumer<List<DefinitionProblem>> refused, Runnable installed) {
        this.desk = desk;
        this.refused = refused;
        this.installed = installed;
        Words words = desk.words();
        setUploadHandler(UploadHandler.inMemory((UploadMetadata metadata, byte[] content) ->
                getUI().ifPresent(ui -> ui.access(() -> take(metadata.fileName(), content)))));
        setMaxFileSize(LARGEST);
        setMaxFiles(1);
        setAcceptedFileTypes("application/json", ".json");
        setUploadButton(new Button(words.of("admin.import.button"), VaadinIcon.UPLOAD_ALT.create()));
        setDropLabel(new Span(words.of("admin.import.drop")));
        addFileRejectedListener(event -> desk.messages().failed(words.of("admin.import.wrongType")));
    }

    void take(String file, byte[] content) {
        clearFileList();
        try {
            JsonNode json = MAPPER.readTree(content);
            if (json instanceof ObjectNode definition) {
                install(DefinitionSource.of(file, definition));
            } else {
                refused.accept(List.of(DefinitionProblem.of(file, "", "json.noObject")));
            }
        } catch (JacksonException fault) {
            refused.accept(List.of(DefinitionProblem.of(
                    file,
                    "",
                    "json.syntax",
                    fault.getLocation().getLineNr(),
                    fault.getLocation().getColumnNr(),
                    fault.getOriginalMessage())));
        }
    }

    private void install(DefinitionSource source) {
        try {
            AppDefinition app =
                    desk.installer().install(source, desk.current().get().ref());
            Words words = desk.words();
            desk.messages().done(words.of("admin.import.done", app.name().in(words.locale())));
            refused.accept(List.of());
            installed.run();
        } catch (PlatformException fault) {
            if (fault.problem() instanceof Problem.DefinitionRefused(List<DefinitionProblem> problems)) {
                refused.accept(problems);
            } else {
                throw fault;
            }
        }
    }
}
