package io.inkstream.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void commandLine_knowsTheContractsAndNoService() {
        classes()
                .that()
                .resideInAPackage("io.inkstream.cli..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.inkstream.cli..",
                        "io.inkstream.schemas..",
                        "picocli..",
                        "org.apache.kafka.clients.admin..",
                        "org.apache.kafka.common..",
                        "tools.jackson..",
                        "org.jspecify..",
                        "java..")
                .because("it works from outside, on Kafka's admin interface and the admin API")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.inkstream.cli"));
    }
}
