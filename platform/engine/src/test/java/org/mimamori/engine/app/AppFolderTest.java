package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.problem.DefinitionProblem;

/** Installing what lies in a folder. */
class AppFolderTest {

    private static final EntityRef PLATFORM = EntityRef.user("Administrator");

    private final InMemoryAppStore store = new InMemoryAppStore();
    private final DefinitionReader reader = Definitions.reader();
    private final CompiledApps apps = new CompiledApps(store, reader, Definitions.CLOCK);
    private final AppInstaller installer = new AppInstaller(reader, store, apps, Definitions.CLOCK);
    private final DefinitionMessages messages = new DefinitionMessages();

    @TempDir
    private Path root;

    @Test
    void installsEveryAppJsonOfTheTreeAndNothingElse() throws IOException {
        write("pack/household/app.json", Definitions.household().toString());
        write("pack/home_visit/app.json", Definitions.homeVisit().toString());
        write("pack/home_visit/samples.json", "{}");

        List<AppDefinition> live = folder().install(PLATFORM);

        assertThat(live).extracting(AppDefinition::code).containsExactlyInAnyOrder("household", "home_visit");
        assertThat(apps.all()).hasSize(2);
    }

    @Test
    void changesNothingAtTheNextStart() throws IOException {
        write("household/app.json", Definitions.household().toString());
        folder().install(PLATFORM);

        folder().install(PLATFORM);

        assertThat(apps.findByCode("household").orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void refusesBrokenFilesBySentenceAndGoesOn() throws IOException {
        write("a/app.json", "{ \"code\": \"household\", ");
        write("b/app.json", "[]");
        write("c/app.json", "{ \"code\": \"twice\", \"code\": \"twice\" }");
        write("d/app.json", Definitions.household().put("theme", "RED").toString());
        write("e/app.json", Definitions.household().toString());
        AppFolder folder = folder();

        List<AppDefinition> live = folder.install(PLATFORM);

        assertThat(live).extracting(AppDefinition::code).containsExactly("household");
        assertThat(folder.problems())
                .extracting(DefinitionProblem::file, DefinitionProblem::key)
                .containsExactly(
                        tuple("a/app.json", "json.syntax"),
                        tuple("b/app.json", "json.noObject"),
                        tuple("c/app.json", "json.syntax"),
                        tuple("d/app.json", "schema.additionalProperties"));
        assertThat(messages.line(folder.problems().get(3), Locale.ENGLISH))
                .isEqualTo("d/app.json /: There is no property \"theme\" here. Check the spelling.");
        assertThat(messages.line(folder.problems().get(1), Locale.JAPANESE))
                .isEqualTo("b/app.json /: ファイルの中身が JSON のオブジェクト（{ … }）ではありません。");
        assertThat(messages.sentence(folder.problems().getFirst(), Locale.JAPANESE))
                .startsWith("JSON として読めません（1 行目");
    }

    @Test
    void refusesTextThatIsNoUtf8() throws IOException {
        Path file = root.resolve("a/app.json");
        Files.createDirectories(file.getParent());
        Files.write(file, "{\"name\":\"児童\"}".getBytes("windows-31j"));

        AppFolder folder = folder();
        folder.install(PLATFORM);

        assertThat(folder.problems()).extracting(DefinitionProblem::file).containsExactly("a/app.json");
    }

    @Test
    void isEmptyWhereThereIsNoFolder() {
        AppFolder folder = new AppFolder(root.resolve("nowhere"), installer, messages, Locale.JAPANESE);

        assertThat(folder.install(PLATFORM)).isEmpty();
        assertThat(folder.problems()).isEmpty();
    }

    private AppFolder folder() {
        return new AppFolder(root, installer, messages, Locale.JAPANESE);
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
