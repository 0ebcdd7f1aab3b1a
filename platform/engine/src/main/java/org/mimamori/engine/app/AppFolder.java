package org.mimamori.engine.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.problem.DefinitionProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A folder of app definitions, each an {@code app.json} somewhere below; they are installed at every start. */
public final class AppFolder {

    private static final Logger LOG = LoggerFactory.getLogger(AppFolder.class);

    private static final String FILE = "app.json";

    /** A key that stands twice would silently win over the first. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path root;
    private final AppInstaller installer;
    private final DefinitionMessages messages;
    private final Locale locale;
    private volatile List<DefinitionProblem> problems = List.of();

    /** @param locale language of what is logged */
    public AppFolder(Path root, AppInstaller installer, DefinitionMessages messages, Locale locale) {
        this.root = root;
        this.installer = installer;
        this.messages = messages;
        this.locale = locale;
    }

    /** Installs what is new or changed; refuses and logs what is broken, and goes on. */
    public List<AppDefinition> install(EntityRef actor) {
        List<DefinitionProblem> found = new ArrayList<>();
        AppInstaller.Installed installed = installer.installAll(read(found), actor);
        found.addAll(installed.problems());
        found.forEach(problem -> LOG.error("App definition refused: {}", messages.line(problem, locale)));
        installed.gaps().forEach(gap -> LOG.warn("App definition: {}", messages.line(gap, locale)));
        problems = List.copyOf(found);
        return installed.live();
    }

    /** What was wrong with the definitions refused at the last call of {@link #install}. */
    public List<DefinitionProblem> problems() {
        return problems;
    }

    private List<DefinitionSource> read(List<DefinitionProblem> found) {
        List<DefinitionSource> sources = new ArrayList<>();
        for (Path path : files()) {
            String name = root.relativize(path).toString().replace('\\', '/');
            read(path, name, sources, found);
        }
        return sources;
    }

    private static void read(Path path, String name, List<DefinitionSource> sources, List<DefinitionProblem> found) {
        try {
            JsonNode json = MAPPER.readTree(Files.readAllBytes(path));
            if (json instanceof ObjectNode definition) {
                sources.add(DefinitionSource.of(name, definition));
            } else {
                found.add(DefinitionProblem.of(name, "", "json.noObject"));
            }
        } catch (JacksonException fault) {
            int line = fault.getLocation().getLineNr();
            int column = fault.getLocation().getColumnNr();
            found.add(DefinitionProblem.of(name, "", "json.syntax", line, column, fault.getOriginalMessage()));
        } catch (IOException fault) {
            found.add(DefinitionProblem.of(name, "", "json.unreadable", String.valueOf(fault.getMessage())));
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.endsWith(FILE)).sorted().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
