package io.inkstream.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The boundaries that the packages' descriptions name. */
class ArchitectureTest {
    private final JavaClasses production =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.inkstream.admin");

    @Test
    void service_knowsNoOtherService() {
        noClasses()
                .that()
                .resideInAPackage("io.inkstream.admin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.inkstream.ingress..",
                        "io.inkstream.conversation..",
                        "io.inkstream.outbound..",
                        "io.inkstream.sheets..",
                        "io.inkstream.simulator..",
                        "io.inkstream.local..")
                .because("services share only schemas")
                .check(production);
    }

    @Test
    void rowsAreMade_withoutKafkaOrSpring() {
        noClasses()
                .that()
                .resideInAPackage("io.inkstream.admin.projection.rows")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.clients..", "org.springframework..")
                .because("what a record becomes is decided by the record alone")
                .check(production);
    }

    @Test
    void rowsAreMade_withoutAClock() {
        noClasses()
                .that()
                .resideInAnyPackage("io.inkstream.admin.projection.rows", "io.inkstream.admin.leads")
                .should()
                .callMethod(Instant.class, "now")
                .because("a rebuild must yield the same rows at any time")
                .check(production);
    }

    @Test
    void projector_knowsNoHttp() {
        noClasses()
                .that()
                .resideInAPackage("io.inkstream.admin.projection..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..", "io.inkstream.admin.web..")
                .check(production);
    }

    @Test
    void readers_knowNoKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.inkstream.admin.leads..",
                        "io.inkstream.admin.outbound..",
                        "io.inkstream.admin.operations..",
                        "io.inkstream.admin.figures..",
                        "io.inkstream.admin.live..",
                        "io.inkstream.admin.web..",
                        "io.inkstream.admin.access..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .because("what people see comes from the database")
                .check(production);
    }

    @Test
    void packages_areFreeOfCycles() {
        slices().matching("io.inkstream.admin.(*)..").should().beFreeOfCycles().check(production);
    }
}
