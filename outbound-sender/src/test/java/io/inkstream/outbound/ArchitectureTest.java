package io.inkstream.outbound;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BASE = "io.inkstream.outbound";
    private final JavaClasses production =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(BASE);

    @Test
    void rules_areFreeOfTheOutsideWorld() {
        noClasses()
                .that()
                .resideInAPackage(BASE)
                .and()
                .doNotHaveSimpleName("OutboundSenderApplication")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache..",
                        "java.sql..",
                        "java.net.http..",
                        "tools.jackson..",
                        BASE + ".*..")
                .because("rules must run without a broker, a database or a container")
                .check(production);
        noClasses()
                .that()
                .resideInAPackage(BASE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "instant")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("time comes in as an argument")
                .check(production);
    }

    @Test
    void sqlStaysInTheLedger() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(production);
    }

    @Test
    void httpStaysWithWhatsApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".whatsapp..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(production);
    }

    @Test
    void kafkaStaysWithItsListeners() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .check(production);
    }

    @Test
    void dependenciesPointInwards() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + ".delivery..", BASE + ".kafka..", BASE + ".whatsapp..")
                .check(production);
        noClasses()
                .that()
                .resideInAPackage(BASE + ".whatsapp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + ".delivery..", BASE + ".kafka..", BASE + ".ledger..")
                .check(production);
        noClasses()
                .that()
                .resideInAPackage(BASE + ".delivery..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".kafka..")
                .check(production);
    }

    @Test
    void services_shareOnlySchemas() {
        classes()
                .that()
                .resideInAPackage(BASE + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.inkstream.ingress..",
                        "io.inkstream.conversation..",
                        "io.inkstream.sheets..",
                        "io.inkstream.admin..",
                        "io.inkstream.simulator..")
                .check(production);
    }
}
