package io.inkstream.sheets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "io.inkstream.sheets";
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void rules_runWithoutBrokerDatabaseGoogleOrClock() {
        rules().should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.kafka..",
                        "com.google..",
                        "tools.jackson..",
                        "java.sql..",
                        "java.net..")
                .because("rules must be readable and testable by themselves")
                .check(PRODUCTION);
        rules().should().callMethod(Instant.class, "now").check(PRODUCTION);
        rules().should().callMethod(System.class, "nanoTime").check(PRODUCTION);
        rules().should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".google..", ROOT + ".kafka..", ROOT + ".store..", ROOT + ".flush..")
                .check(PRODUCTION);
    }

    @Test
    void google_knowsNeitherKafkaNorTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".google..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.springframework.kafka..",
                        "org.springframework.jdbc..",
                        "java.sql..",
                        ROOT + ".kafka..",
                        ROOT + ".store..",
                        ROOT + ".flush..")
                .check(PRODUCTION);
    }

    @Test
    void store_knowsNeitherKafkaNorGoogle() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.springframework.kafka..",
                        "com.google..",
                        ROOT + ".kafka..",
                        ROOT + ".google..",
                        ROOT + ".flush..")
                .check(PRODUCTION);
    }

    @Test
    void kafka_knowsNoGoogle() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google..", ROOT + ".google..", ROOT + ".flush..")
                .check(PRODUCTION);
    }

    @Test
    void onlyTheGooglePackage_knowsGooglesLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".google..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google..")
                .check(PRODUCTION);
    }

    @Test
    void service_sharesOnlyTheSchemasWithOthers() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are other services'",
                        (JavaClass used) -> used.getPackageName().startsWith("io.inkstream.")
                                && !used.getPackageName().startsWith(ROOT)
                                && !used.getPackageName().startsWith("io.inkstream.schemas")))
                .check(PRODUCTION);
    }

    @Test
    void businessTimes_comeFromTheBusinessClockAlone() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".kafka..", ROOT + ".store..", ROOT + ".google..")
                .should()
                .callMethod(Instant.class, "now")
                .check(PRODUCTION);
    }

    private static GivenClassesConjunction rules() {
        return noClasses().that().resideInAPackage(ROOT).and().haveSimpleNameNotStartingWith("SheetsSink");
    }
}
