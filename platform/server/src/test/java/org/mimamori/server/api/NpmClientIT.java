package org.mimamori.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * kintone's npm client {@code @kintone/rest-api-client}, unmodified, against the running product. What it does stands
 * in {@code src/test/node/conformance.mjs}; each of its steps is one test here.
 */
class NpmClientIT extends ConformanceServer {

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
                "conformance.mjs");
        List<DynamicTest> steps = new ArrayList<>();
        outcome.lines()
                .forEach(line -> steps.add(dynamicTest(
                        line.replaceFirst("^(not )?ok ", ""),
                        () -> assertThat(line).startsWith("ok "))));
        assertThat(steps).as(outcome.text()).hasSizeGreaterThan(20);
        return steps;
    }

    /** Puts the script and the client into a folder of the build; without Node the test is skipped, and says so. */
    private static void prepare() throws IOException, InterruptedException {
        skipUnless(isThere("node") && isThere("npm"), "node and npm are not installed");
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "conformance.mjs")) {
            Files.copy(Path.of(NODE_FOLDER, file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Outcome installed = run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        skipUnless(installed.status() == 0, "npm could not install the client: " + installed.text());
    }

    private static void skipUnless(boolean possible, String why) {
        if (!possible) {
            System.err.println("SKIPPED: conformance of kintone's npm client: " + why);
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
            return text.lines().filter(line -> line.startsWith("ok ") || line.startsWith("not ok "));
        }
    }

    private static Outcome run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Outcome(process.waitFor(), text);
    }
}
