package org.mimamori.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldType;
import org.mimamori.engine.record.RecordStore;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the engine: what docs/architecture.md says of its packages, as tests. */
class WallsTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mimamori.engine");

    @Test
    void packagesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of("org.mimamori.engine").verify();
    }

    @Test
    void onlyTheStoreKnowsTheDriver() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mimamori.engine.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data..")
                .check(ENGINE);
    }

    @Test
    void onlyTheDoorUsesTheRecordStore() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.mimamori.engine.record..", "org.mimamori.engine.store..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RecordStore.class)
                .check(ENGINE);
    }

    @Test
    void nobodyOutsideTheFieldPackageNamesAConcreteFieldType() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mimamori.engine.field..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(FieldType.class)
                .check(ENGINE);
    }

    @Test
    void everyFieldTypeIsAnImmutableRecord() {
        classes()
                .that()
                .areAnnotatedWith(FieldType.class)
                .should()
                .beRecords()
                .andShould()
                .implement(Field.class)
                .check(ENGINE);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ENGINE);
    }

    @Test
    void theEngineKnowsNoWebAndNoScreens() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta.servlet..",
                        "com.vaadin..",
                        "reactor..")
                .check(ENGINE);
    }
}
