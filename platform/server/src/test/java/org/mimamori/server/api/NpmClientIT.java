package org.mimamori.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * kintone's npm client {@code @kintone/rest-api-client} and the command-line tools {@code @kintone/cli},
 * {@code dts-gen} and {@code customize-uploader}, unmodified, against the running product. What they do stands in
 * {@code src/test/node}, all of it called from {@code main.mjs}; each of its steps is one test here, and one that needs
 * a call which is not served yet is a test that is skipped.
 */
class NpmClientIT extends ConformanceServer {

    private static final String LAST_STEP = "lists as not served only what the client has";
    private static final Pattern STEP = Pattern.compile("ok |not ok |not served ");
    private static final String LOCK = "package-lock.json";
    private static final String INSTALLED = "node_modules/.installed-lock.json";
    private static final Path FOLDER = Path.of("target", "conformance-node");

    @TestFactory
    List<DynamicTest> kintonesNpmClientIsContent() throws IOException, InterruptedException {
        prepare();
        Outcome outcome = run(
                Map.of(
                        "BASE_URL",
                        baseUrl(),
                        "APP",
                        Long.toString(app()),
                        "LOGIN",
                        LOGIN,
                        "PASSWORD",
                        PASSWORD,
                        "TOKEN",
                        token()),
                "node",
                "main.mjs");
        List<DynamicTest> steps = outcome.lines().map(NpmClientIT::test).toList();
        assertThat(steps).as(outcome.text()).hasSizeGreaterThan(60);
        assertThat(outcome.text()).as("the last step was reached").contains(LAST_STEP);
        assertThat(outcome.status() == 0)
                .as(outcome.text())
                .isEqualTo(outcome.lines().noneMatch(line -> line.startsWith("not ok ")));
        return steps;
    }

    private static DynamicTest test(String line) {
        return dynamicTest(line.replaceFirst("^(not )?(ok|served) ", ""), () -> {
            Assumptions.assumeFalse(line.startsWith("not served "), line);
            assertThat(line).startsWith("ok ");
        });
    }

    /** Puts the script and the client into a folder of the build; without Node the test is skipped, and says so. */
    private static void prepare() throws IOException, InterruptedException {
        skipUnless(isThere("node") && isThere("npm"), "node and npm are not installed");
        Files.createDirectories(FOLDER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(NODE_FOLDER), Files::isRegularFile)) {
            for (Path file : files) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (isInstalled()) {
            return;
        }
        Outcome installed = run(Map.of(), "npm", "ci", "--ignore-scripts", "--prefer-offline");
        skipUnless(installed.status() == 0, "npm could not install the clients: " + installed.text());
        Files.copy(Path.of(NODE_FOLDER, LOCK), FOLDER.resolve(INSTALLED), StandardCopyOption.REPLACE_EXISTING);
    }

    /** An earlier run has installed exactly what the lock file says. */
    private static boolean isInstalled() throws IOException {
        Path installed = FOLDER.resolve(INSTALLED);
        return Files.exists(installed) && Files.mismatch(installed, Path.of(NODE_FOLDER, LOCK)) == -1;
    }

    private static void skipUnless(boolean possible, String why) {
        if (!possible) {
            System.err.println("SKIPPED: conformance of kintone's npm clients: " + why);
        }
        Assumptions.assumeTrue(possible, why);
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private record Outcome(int status, String text) {
        Stream<String> lines() {
            return text.lines().filter(line -> STEP.matcher(line).lookingAt());
        }
    }

    private static Outcome run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile("conformance", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        int status = process.waitFor();
        String text = Files.readString(said);
        Files.delete(said);
        return new Outcome(status, text);
    }
}
