package org.mimamori.engine.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * A file of questions with their answers, one to a line: {@code question => answer}. A line {@code @name value} sets
 * something for the questions below it, {@code # text} is a comment, and {@code <TAB> <LF> <CR> <NUL> <EMPTY>} stand
 * for what a line cannot hold. When an answer differs, the file as it would have to be is written below
 * {@code target/golden}, to be looked at and, when right, taken over.
 */
public final class GoldenFile {

    private static final String ARROW = " => ";

    private final String folder;
    private final String name;
    private final List<Line> lines;

    /** A question to be answered, under the settings above it. */
    public record Case(Map<String, String> settings, String question, String answer) {

        public Case {
            settings = Map.copyOf(settings);
        }

        public String setting(String name, String otherwise) {
            return settings.getOrDefault(name, otherwise);
        }
    }

    private record Line(String text, List<Case> cases) {}

    private GoldenFile(String folder, Path file) throws IOException {
        this.folder = folder;
        this.name = String.valueOf(file.getFileName());
        this.lines = lines(Files.readAllLines(file));
    }

    /** The files of a folder of the test resources, by name; from another module they lie in an archive. */
    public static List<GoldenFile> in(String folder) {
        URI place = resource(folder);
        try {
            if (!place.getScheme().equals("jar")) {
                return read(folder, Path.of(place));
            }
            try (FileSystem archive = FileSystems.newFileSystem(place, Map.of())) {
                return read(folder, archive.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<GoldenFile> read(String folder, Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            List<GoldenFile> read = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                read.add(new GoldenFile(folder, file));
            }
            return read;
        }
    }

    /** How many questions the files hold. */
    public static long size(List<GoldenFile> files) {
        return files.stream()
                .flatMap(file -> file.lines.stream())
                .mapToLong(line -> line.cases().size())
                .sum();
    }

    /** The questions, in order. */
    public List<Case> cases() {
        return lines.stream().flatMap(line -> line.cases().stream()).toList();
    }

    /** One test per question. */
    public DynamicContainer tests(Function<Case, String> answers) {
        List<DynamicTest> tests = new ArrayList<>();
        StringBuilder actual = new StringBuilder();
        boolean differs = false;
        for (Line line : lines) {
            actual.append(line.text());
            for (Case asked : line.cases()) {
                String answer = answers.apply(asked);
                differs |= !answer.equals(asked.answer());
                actual.append(ARROW).append(answer);
                tests.add(DynamicTest.dynamicTest(line.text(), () -> assertEquals(asked.answer(), answer)));
            }
            actual.append('\n');
        }
        if (differs) {
            write(actual.toString());
        }
        return DynamicContainer.dynamicContainer(name, tests);
    }

    private void write(String actual) {
        try {
            Path written = Path.of("target", "golden", folder);
            Files.createDirectories(written);
            Files.writeString(written.resolve(name), actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> lines(List<String> texts) {
        List<Line> lines = new ArrayList<>();
        Map<String, String> settings = new HashMap<>();
        for (String text : texts) {
            if (text.startsWith("@")) {
                String[] parts = text.substring(1).split(" ", 2);
                settings.put(parts[0], parts.length < 2 ? "" : parts[1]);
                lines.add(new Line(text, List.of()));
            } else if (text.isBlank() || text.startsWith("# ")) {
                lines.add(new Line(text, List.of()));
            } else {
                lines.add(question(settings, text));
            }
        }
        return lines;
    }

    private static Line question(Map<String, String> settings, String text) {
        int arrow = text.lastIndexOf(ARROW);
        String question = arrow < 0 ? text : text.substring(0, arrow);
        String answer = arrow < 0 ? "" : text.substring(arrow + ARROW.length());
        return new Line(question, List.of(new Case(settings, unmarked(question), answer)));
    }

    private static String unmarked(String text) {
        return text.replace("<EMPTY>", "")
                .replace("<TAB>", "\t")
                .replace("<LF>", "\n")
                .replace("<CR>", "\r")
                .replace("<NUL>", "\0");
    }

    private static URI resource(String folder) {
        try {
            return Objects.requireNonNull(GoldenFile.class.getResource("/" + folder), folder)
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
