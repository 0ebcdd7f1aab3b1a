package org.mimamori.engine.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * A file of queries with their answers, one to a line: {@code query => answer}. When an answer differs, the file as it
 * would have to be is written below {@code target/query-corpus}, to be looked at and, when right, taken over.
 */
final class CorpusFile {

    private static final String ARROW = " => ";
    private static final String ACTOR = "@actor ";

    private final Path file;
    private final List<Line> lines;

    /**
     * One line.
     *
     * @param query null for a comment
     */
    record Line(String text, Case query) {}

    /** A query to be answered. */
    record Case(String actor, String query, String answer) {}

    private CorpusFile(Path file) throws IOException {
        this.file = file;
        this.lines = lines(Files.readAllLines(file));
    }

    static List<CorpusFile> in(String folder) {
        try (Stream<Path> files = Files.list(Path.of(resource("/query-corpus/" + folder)))) {
            List<CorpusFile> read = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                read.add(new CorpusFile(file));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many queries the file holds. */
    long size() {
        return lines.stream().filter(line -> line.query() != null).count();
    }

    /** One test per query. */
    DynamicContainer tests(Function<Case, String> answers) {
        List<DynamicTest> tests = new ArrayList<>();
        StringBuilder actual = new StringBuilder();
        boolean differs = false;
        for (Line line : lines) {
            if (line.query() == null) {
                actual.append(line.text()).append('\n');
                continue;
            }
            String answer = answers.apply(line.query());
            differs |= !answer.equals(line.query().answer());
            actual.append(line.text()).append(ARROW).append(answer).append('\n');
            tests.add(DynamicTest.dynamicTest(
                    line.query().actor() + ": " + line.text(),
                    () -> Assertions.assertEquals(line.query().answer(), answer)));
        }
        if (differs) {
            write(actual.toString());
        }
        return DynamicContainer.dynamicContainer(file.getFileName().toString(), tests);
    }

    private void write(String actual) {
        try {
            Path folder = Path.of(
                    "target", "query-corpus", file.getParent().getFileName().toString());
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file.getFileName()), actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> lines(List<String> texts) {
        List<Line> lines = new ArrayList<>();
        String actor = "nursery01";
        for (String text : texts) {
            if (text.startsWith(ACTOR)) {
                actor = text.substring(ACTOR.length());
            }
            lines.add(isCase(text) ? line(actor, text) : new Line(text, null));
        }
        return lines;
    }

    private static boolean isCase(String text) {
        return !text.isBlank() && !text.startsWith("# ") && !text.startsWith(ACTOR);
    }

    private static Line line(String actor, String text) {
        int arrow = text.lastIndexOf(ARROW);
        String query = arrow < 0 ? text : text.substring(0, arrow);
        String answer = arrow < 0 ? "" : text.substring(arrow + ARROW.length());
        return new Line(query, new Case(actor, unmarked(query), answer));
    }

    private static String unmarked(String query) {
        return query.replace("<EMPTY>", "")
                .replace("<TAB>", "\t")
                .replace("<LF>", "\n")
                .replace("<CR>", "\r")
                .replace("<NUL>", "\0");
    }

    private static URI resource(String path) {
        try {
            return CorpusFile.class.getResource(path).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
