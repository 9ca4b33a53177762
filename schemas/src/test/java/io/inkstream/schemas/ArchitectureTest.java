package io.inkstream.schemas;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.inkstream.schemas.json.WireTypes;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.inkstream.schemas");

    @Test
    void schemas_knowNoFrameworkAndNoService() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.inkstream.schemas..",
                        "java..",
                        "org.jspecify.annotations..",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson..",
                        "org.apache.kafka..")
                .because("every service depends on this module, so it must fit them all")
                .check(PRODUCTION);
    }

    @Test
    void records_areNothingButData() {
        noClasses()
                .that()
                .areAssignableTo(WireRecord.class)
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka..").or(resideInAPackage("tools.jackson..")))
                .because("what a record says does not depend on how it travels")
                .check(PRODUCTION);
        classes()
                .that()
                .areAssignableTo(WireRecord.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .check(PRODUCTION);
    }

    @Test
    void records_areAllNamedInTheListOfTypes() {
        var records = PRODUCTION.stream()
                .filter(type -> type.isAssignableTo(WireRecord.class) && !type.isInterface())
                .map(JavaClass::getName)
                .toList();

        assertThat(WireTypes.LIST).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(records);
    }

    @Test
    void records_takeTimesAndIdsFromOutside() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(BusinessClock.class)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .because("re-processing must yield the same records")
                .check(PRODUCTION);
    }

    @Test
    void packages_formNoCycle() {
        slices().matching("io.inkstream.schemas.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCTION);
    }
}
