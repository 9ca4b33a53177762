package io.inkstream.conversation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** What each part of the rules must not know. That they have no clock, dice or broker is in {@code streams.ArchitectureTest}. */
class RulesArchitectureTest {
    private static final String CORE = "io.inkstream.conversation";
    private static final String[] RULES = {CORE, CORE + ".copy..", CORE + ".estimate..", CORE + ".understanding.."};

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(CORE);

    @Test
    void understanding_knowsNoLeadAndNoTexts() {
        noClasses()
                .that()
                .resideInAPackage(CORE + ".understanding..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE, CORE + ".copy..", CORE + ".estimate..", "io.inkstream.schemas..")
                .because("what words mean does not depend on whose they are")
                .check(PRODUCTION);
    }

    @Test
    void copyAndEstimate_knowNoConversation() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE + ".copy..", CORE + ".estimate..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE)
                .because("when something is said or priced is decided elsewhere")
                .check(PRODUCTION);
    }

    /** Texts and tables are read from the class path when their class loads; nothing else is read or written. */
    @Test
    void rules_touchNoFilesThreadsOrEnvironment() {
        noClasses()
                .that()
                .resideInAnyPackage(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.concurrent..", "java.util.logging..")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .because("the same input must give the same decision on every machine")
                .check(PRODUCTION);
    }

    @Test
    void packages_dependOnEachOtherInOneDirection() {
        slices().matching(CORE + ".(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }
}
