package org.mimamori.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.field.FieldType;
import org.mimamori.engine.record.RecordStore;

/** The walls between the modules. */
class WallsTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // In `mvn verify` the other modules' tests come as jars, which the option above does not know.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.mimamori");

    @Test
    void apiAndScreensDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.mimamori.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mimamori.ui..", "com.vaadin..")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("org.mimamori.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mimamori.api..", "org.springframework.web.reactive..")
                .check(ALL);
    }

    @Test
    void theEdgesReachRecordsThroughTheDoorOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("org.mimamori.api..", "org.mimamori.ui..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RecordStore.class)
                .check(ALL);
    }

    @Test
    void onlyTheEditorsNameConcreteFieldTypes() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.mimamori.engine.field..", "org.mimamori.ui.field..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(FieldType.class)
                .check(ALL);
    }

    @Test
    void theEmbeddedStoreKnowsNothingOfThePlatform() {
        noClasses()
                .that()
                .resideInAPackage("org.mimamori.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mimamori.engine..", "org.mimamori.api..", "org.mimamori.ui..")
                .check(ALL);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mimamori.embedded..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .check(ALL);
    }

    @Test
    void noJavaKnowsAShippedApp() throws IOException {
        List<String> codes = List.of("child_register", "att_daily", "contact_log");
        try (Stream<Path> sources = Files.walk(Path.of("..")).filter(WallsTest::isMainSource)) {
            List<Path> knowing = sources.filter(path -> codes.stream().anyMatch(code -> contains(path, code)))
                    .toList();
            assertThat(knowing).isEmpty();
        }
    }

    private static boolean isMainSource(Path path) {
        return path.toString().endsWith(".java") && path.toString().contains("/src/main/");
    }

    private static boolean contains(Path path, String text) {
        try {
            return Files.readString(path).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
