package io.inkstream.ingress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The boundaries that the package descriptions name. */
class ArchitectureTest {
    private static final String BASE = "io.inkstream.ingress";
    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(BASE);

    @Test
    void service_knowsOfTheOthersOnlyTheWireContracts() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.inkstream.conversation..",
                        "io.inkstream.outbound..",
                        "io.inkstream.sheets..",
                        "io.inkstream.admin..",
                        "io.inkstream.simulator..",
                        "io.inkstream.local..",
                        "io.inkstream.schemas.lead..",
                        "io.inkstream.schemas.outbound..")
                .because("services talk through topics, and ingress decides nothing about a conversation")
                .check(PRODUCTION);
    }

    @Test
    void service_hasNoDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                .because("what ingress knows stands on topics")
                .check(PRODUCTION);
    }

    @Test
    void readingOfWebhooks_needsNeitherBrokerNorContainer() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".whatsapp", BASE + ".stripe", BASE + ".identity", BASE + ".studios")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka.clients..", "org.springframework.context..", "org.springframework.web..")
                .because("it is tested without either")
                .check(PRODUCTION);
    }

    @Test
    void kafkaClients_areUsedInThreePlaces() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE, BASE + ".publish", BASE + ".tables")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients..")
                .check(PRODUCTION);
    }

    @Test
    void businessTimes_comeFromTheBusinessClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("occurredAt and Stripe's tolerance follow the business clock")
                .check(PRODUCTION);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(BASE + ".(*)").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void configuration_isReadThroughPropertiesRecords() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .callMethod(System.class, "getenv")
                .check(PRODUCTION);
        classes()
                .that()
                .haveSimpleNameEndingWith("Properties")
                .should()
                .beRecords()
                .check(PRODUCTION);
    }
}
