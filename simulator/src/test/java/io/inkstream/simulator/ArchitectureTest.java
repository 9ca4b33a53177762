package io.inkstream.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SIMULATOR =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.inkstream.simulator");

    @Test
    void simulator_knowsNothingOfThePipelineButItsClock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.inkstream.schemas.*..", "java.sql..")
                .because("the outside world knows neither our topics nor our tables")
                .check(SIMULATOR);
    }

    @Test
    void fakes_doNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.inkstream.simulator.whatsapp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..simulator.stripe..", "..simulator.sheets..", "..simulator.calendar..", "..simulator.chat..")
                .because("the real services do not either")
                .check(SIMULATOR);
    }

    @Test
    void fakes_takeTheTimeFromTheBusinessClock() {
        noClasses()
                .that()
                .doNotHaveSimpleName("AcceptedLog")
                .should()
                .callMethod(Instant.class, "now")
                .because(
                        "what outside services write down moves with the business clock; only load runs measure real time")
                .check(SIMULATOR);
    }
}
