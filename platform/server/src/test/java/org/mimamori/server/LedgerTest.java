package org.mimamori.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/kintone-compat.md} claims nothing that no test holds, and leaves out none of kintone's calls. */
class LedgerTest {

    /** The calls of kintone's description, and three more that its clients make. */
    private static final int CALLS = 102 + 3;

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern CALL = Pattern.compile("`((?:GET|POST|PUT|DELETE) [^`]+)`");
    private static final Pattern TEST =
            Pattern.compile("`(?:(engine|server|ui): )?(\\w+(?:Test|IT|Contract))?(?:\\.(\\w+))?`");

    private record Row(String what, String state, String test) {}

    @Test
    void tellsOfEveryCallOnce() throws IOException {
        List<String> calls = rows("Calls").stream()
                .filter(row -> row.what().startsWith("`"))
                .flatMap(row -> CALL.matcher(row.what()).results().map(found -> found.group(1)))
                .toList();

        assertThat(calls).doesNotHaveDuplicates().hasSize(CALLS);
    }

    /** What merging leaves behind: the old row of a call that has a new one, or a row under the wrong heading. */
    @Test
    void hasNoRowsThatAreLeftOver() throws IOException {
        assertThat(rows("Calls")).extracting(Row::what).allMatch(what -> what.startsWith("`") || what.startsWith("— "));
        assertThat(rows("Tools")).isEmpty();
        assertThat(rows("")).doesNotHaveDuplicates();
    }

    @Test
    void saysOfEveryCallHowItStandsAndWhichTestHoldsIt() throws IOException {
        for (Row row : rows("Calls")) {
            if (row.state().startsWith("not yet")) {
                assertThat(row.test()).as(row.what()).isEmpty();
            } else {
                assertThat(row.test()).as(row.what()).isNotEmpty();
            }
        }
    }

    @Test
    void namesTestsThatThereAre() throws IOException {
        Map<String, Path> tests = tests();
        List<String> missing = new ArrayList<>();
        for (Row row : rows("")) {
            String named = null;
            Matcher found = TEST.matcher(row.test());
            while (found.find()) {
                String type = found.group(2);
                String module = found.group(1) == null ? "api" : found.group(1);
                named = type == null ? named : module + "/" + type;
                if (!isThere(tests.get(String.valueOf(named)), found.group(3))) {
                    missing.add(found.group() + " of " + row.what());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(@Nullable Path file, @Nullable String method) throws IOException {
        return file != null && (method == null || Files.readString(file).contains(" " + method + "("));
    }

    /** The rows of the tables of a chapter, or of all for an empty name. */
    private static List<Row> rows(String chapter) throws IOException {
        List<Row> rows = new ArrayList<>();
        String heading = "";
        for (String line : Files.readAllLines(ROOT.resolve("docs/kintone-compat.md"))) {
            if (line.startsWith("## ")) {
                heading = line.substring(3);
            }
            List<String> cells = List.of(line.split("\\|", -1));
            boolean isRow = line.startsWith("| ") && cells.size() == 5;
            if (isRow && (chapter.isEmpty() || heading.equals(chapter)) && !line.endsWith("| Test |")) {
                rows.add(new Row(
                        cells.get(1).strip(), cells.get(2).strip(), cells.get(3).strip()));
            }
        }
        return rows;
    }

    private static Map<String, Path> tests() throws IOException {
        try (Stream<Path> files = Stream.of("api", "engine", "server", "ui").flatMap(LedgerTest::testsOf)) {
            return files.collect(Collectors.toMap(LedgerTest::name, file -> file, (one, other) -> one));
        }
    }

    private static Stream<Path> testsOf(String module) {
        try {
            return Files.find(
                    ROOT.resolve("platform").resolve(module).resolve("src/test/java"),
                    20,
                    (path, attributes) -> path.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        String module = file.subpath(3, 4).toString();
        return module + "/" + file.getFileName().toString().replace(".java", "");
    }
}
