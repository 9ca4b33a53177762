package io.inkstream.conversation.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules decide, shells carry: what each part of the processor must not know. */
class ArchitectureTest {
    private static final String[] RULES = {
        "io.inkstream.conversation",
        "io.inkstream.conversation.copy..",
        "io.inkstream.conversation.estimate..",
        "io.inkstream.conversation.understanding.."
    };
    private static final String SERVICE = "io.inkstream.conversation.streams";
    private static final String TOPOLOGY = "io.inkstream.conversation.streams.topology..";

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.inkstream.conversation");

    @Test
    void rules_knowNoMachinery() {
        noClasses()
                .that()
                .resideInAnyPackage(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.kafka..",
                        "tools.jackson..",
                        "java.sql..",
                        "java.net.http..",
                        "org.slf4j..",
                        "io.micrometer..",
                        "io.inkstream.conversation.streams..")
                .because("rules must run without a broker or a container")
                .check(PRODUCTION);
    }

    @Test
    void rules_haveNoClockAndNoDice() {
        noClasses()
                .that()
                .resideInAnyPackage(RULES)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .because("the same input must give the same decision when it is replayed")
                .check(PRODUCTION);
    }

    @Test
    void topology_knowsNoContainerAndNoHttp() {
        noClasses()
                .that()
                .resideInAPackage(TOPOLOGY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "java.net.http..", "jakarta..", SERVICE)
                .because("it runs in Kafka's test driver and in replays as it runs in the service")
                .check(PRODUCTION);
    }

    @Test
    void processor_knowsNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.inkstream.ingress..",
                        "io.inkstream.outbound..",
                        "io.inkstream.sheets..",
                        "io.inkstream.admin..",
                        "io.inkstream.simulator..",
                        "io.inkstream.standalone..",
                        "java.sql..")
                .because("services share only the wire contracts")
                .check(PRODUCTION);
    }
}
