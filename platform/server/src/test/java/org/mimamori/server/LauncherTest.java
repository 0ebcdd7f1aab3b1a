package org.mimamori.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./mimamori} has the Java machine do, on a machine that only notes it. */
class LauncherTest {

    /** Unpacks and trains like the real one, as far as files go. */
    private static final String JAVA = """
        #!/bin/sh
        echo "$*" >>"$CALLS"
        case "$*" in
          *jarmode*) mkdir -p platform/server/target/run ;;
          *" train "*) mkdir platform/server/target/run/training; touch platform/server/target/run/mimamori.aot; exit ${TRAINING:-0} ;;
        esac
        """;

    @TempDir
    Path folder;

    private Path jdk;
    private Path calls;

    /** What was said, and how it ended. */
    private record Outcome(String said, int status) {}

    @BeforeEach
    void makeMachine() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the launcher is a shell script");
        jdk = folder.resolve("jdk");
        calls = folder.resolve("calls");
        executable(jdk.resolve("bin/java"), JAVA);
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        release("25", "25.0.1+8");
        executable(folder.resolve("mimamori"), Files.readString(Path.of("..", "..", "mimamori")));
        Path jar = folder.resolve("platform/server/target/mimamori.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
    }

    @Test
    void trainsOnceAndStartsFromWhatWasNoted() throws Exception {
        assertThat(launch(Map.of(), "run", "--port=1234", "--no-demo").status()).isZero();
        List<String> first = calls();
        assertThat(first).hasSize(3);
        assertThat(first.get(1))
                .contains(
                        "-XX:AOTCacheOutput=",
                        "-Dspring.aot.enabled=true",
                        "-XX:+UseParallelGC",
                        "-XX:FreqInlineSize=",
                        " train ");
        assertThat(first.get(2))
                .contains("-XX:AOTCache=", "-Dspring.aot.enabled=true", "-XX:+UseParallelGC")
                .endsWith("--mimamori.demo=false --mimamori.port=1234");
        assertThat(options(first.get(2))).containsAll(options(first.get(1)));

        launch(Map.of(), "run");
        assertThat(calls()).hasSize(4);
        assertThat(folder.resolve("platform/server/target/run/training")).doesNotExist();
    }

    @Test
    void trainsAgainWhenTheMachineWasUpdatedInItsPlace() throws Exception {
        launch(Map.of(), "run");
        release("25", "25.0.2+10");
        launch(Map.of(), "run");
        assertThat(calls().stream().filter(call -> call.contains(" train "))).hasSize(2);
    }

    @Test
    void startsAlthoughTheTrainingFailed() throws Exception {
        Outcome outcome = launch(Map.of("TRAINING", "1"), "run");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.said()).contains("training.log");
        assertThat(calls().getLast()).contains("-jar platform/server/target/run/mimamori.jar --mimamori.demo=true");
        launch(Map.of("TRAINING", "1"), "run");
        assertThat(calls().stream().filter(call -> call.contains(" train "))).hasSize(1);
    }

    @Test
    void startsOnAnOlderMachineWithoutTraining() throws Exception {
        release("21", "21.0.9+10");
        launch(Map.of(), "run");
        assertThat(calls()).hasSize(2).noneMatch(call -> call.contains("AOTCache"));
        assertThat(calls().getLast()).contains("-Dspring.aot.enabled=true").doesNotContain("--enable-native-access");
    }

    @Test
    void leavesTheHeapAndTheCollectorToWhoeverSaysSo() throws Exception {
        launch(Map.of("JAVA_OPTS", "-Xmx700m -XX:+UseG1GC"), "run");
        assertThat(calls().getLast()).contains("-Xmx700m -XX:+UseG1GC").doesNotContain("-Xmx2g", "UseParallelGC");
    }

    @Test
    void limitsTheHeapWhereAQuarterOfTheMemoryIsMore() throws Exception {
        long memory = Files.exists(Path.of("/proc/meminfo")) ? kilobytes() : 0;
        assumeTrue(memory > 0 && !Files.exists(Path.of("/sys/fs/cgroup/memory.max")), "the memory is known");
        launch(Map.of(), "run");
        assertThat(calls().getLast().contains("-Xmx2g")).isEqualTo(memory > 8 * 1024 * 1024);
    }

    @Test
    void movesAnInstallationWithoutTheBeansOfTheServer() throws Exception {
        launch(Map.of(), "export", "all.zip", "--data=elsewhere");
        assertThat(calls().getLast())
                .contains(" export " + folder.toRealPath().resolve("all.zip") + " --mimamori.data=elsewhere")
                .doesNotContain("spring.aot");
    }

    private static long kilobytes() throws IOException {
        String total = Files.readAllLines(Path.of("/proc/meminfo")).getFirst();
        return Long.parseLong(total.replaceAll("\\D", ""));
    }

    /** The options before {@code -jar} that must be the same in training and afterwards. */
    private static List<String> options(String call) {
        return List.of(call.substring(0, call.indexOf(" -jar ")).split(" ")).stream()
                .filter(option -> !option.contains("AOTCache"))
                .toList();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(calls);
    }

    private void release(String version, String runtime) throws IOException {
        String text = "JAVA_RUNTIME_VERSION=\"%s\"\nJAVA_VERSION=\"%s.0.1\"\n".formatted(runtime, version);
        Files.writeString(jdk.resolve("release"), text);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome launch(Map<String, String> environment, String... arguments) throws Exception {
        var builder = new ProcessBuilder(folder.resolve("mimamori").toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MIMAMORI_") || name.equals("JAVA_OPTS"));
        builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString(), "CALLS", calls.toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(said, process.waitFor());
    }
}
