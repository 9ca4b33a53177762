package io.inkstream.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Six services share this process and its class path: they must still meet only over Kafka, HTTP and their own tables. */
class ArchitectureTest {
    private static final Map<String, String> SERVICES = Map.of(
            "ingress-service", "io.inkstream.ingress",
            "conversation-processor", "io.inkstream.conversation",
            "outbound-sender", "io.inkstream.outbound",
            "sheets-sink", "io.inkstream.sheets",
            "admin-api", "io.inkstream.admin",
            "simulator", "io.inkstream.simulator");

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.inkstream");

    @TestFactory
    Stream<DynamicTest> services_dependOnNoOtherService() {
        return SERVICES.entrySet().stream()
                .map(service -> DynamicTest.dynamicTest(
                        service.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(service.getValue() + "..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(othersThan(service.getValue()))
                                .because("services talk through Kafka, HTTP and their own tables only")
                                .check(PRODUCTION)));
    }

    @Test
    void schemas_knowNoServiceAndNoSpring() {
        noClasses()
                .that()
                .resideInAPackage("io.inkstream.schemas..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                SERVICES.values().stream().map(name -> name + ".."),
                                Stream.of("org.springframework..", "io.inkstream.standalone.."))
                        .toArray(String[]::new))
                .check(PRODUCTION);
    }

    @Test
    void standalone_usesOnlyTheEntryPointsOfServices() {
        noClasses()
                .that()
                .resideInAPackage("io.inkstream.standalone..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "classes of a service other than its application",
                        type -> SERVICES.values().stream()
                                .anyMatch(name -> type.getPackageName().startsWith(name)
                                        && !type.getSimpleName().endsWith("Application"))))
                .check(PRODUCTION);
    }

    private static String[] othersThan(String own) {
        return Stream.concat(
                        SERVICES.values().stream()
                                .filter(name -> !name.equals(own))
                                .map(name -> name + ".."),
                        List.of("io.inkstream.standalone..", "io.inkstream.local..").stream())
                .toArray(String[]::new);
    }
}
