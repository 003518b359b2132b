package org.gan4j.experiments.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.gan4j.experiments.architecture.MainClasses.describe;
import static org.gan4j.experiments.architecture.MainClasses.isIn;
import static org.gan4j.experiments.architecture.MainClasses.topLevelName;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may import whom: core knows nobody; losses, models and eval know core only; nothing knows experiments. */
class ModulesTest {
    @ParameterizedTest
    @CsvSource({
        "org.gan4j.core,  490, org.gan4j.losses.., org.gan4j.models.., org.gan4j.eval..,   org.gan4j.experiments..",
        "org.gan4j.losses, 86, org.gan4j.models.., org.gan4j.eval..,   org.gan4j.experiments.., none",
        "org.gan4j.models, 19, org.gan4j.losses.., org.gan4j.eval..,   org.gan4j.experiments.., none",
        "org.gan4j.eval,   37, org.gan4j.losses.., org.gan4j.models.., org.gan4j.experiments.., none"
    })
    void aModuleImportsOnlyWhatIsBelowIt(
            String module, int least, String first, String second, String third, String fourth) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(first, second, third, fourth)
                .check(MainClasses.in(module, least));
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.gan4j.(**)").should().beFreeOfCycles().check(MainClasses.all());
    }

    @Test
    void theKernelsKnowNothingOfTensors() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.gan4j.core.tensor")
                .check(MainClasses.in("org.gan4j.core.kernel", 127));
    }

    @Test
    void onlyMemoryKernelsAndTensorsTouchNativeLibraries() {
        JavaClasses others = MainClasses.that(
                describe(
                        "outside memory, kernel and tensor",
                        type -> !type.getPackageName().equals("org.gan4j.core.memory")
                                && !isIn(type, "org.gan4j.core.kernel")
                                && !type.getPackageName().equals("org.gan4j.core.tensor")),
                710);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..", "com.sun.jna..")
                .check(others);
    }

    @Test
    void onlyModulesTheStrategyBinderAndTheCommandLineKnowGuice() {
        JavaClasses others = MainClasses.that(describe("not wiring", type -> !isWiring(type)), 810);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.inject..")
                .check(others);
    }

    @Test
    void onlyConfigurationKnowsJackson() {
        JavaClasses others =
                MainClasses.that(describe("outside core.config", type -> !isIn(type, "org.gan4j.core.config")), 830);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "org.yaml..")
                .check(others);
    }

    private static boolean isWiring(JavaClass type) {
        String name = topLevelName(type);
        return name.endsWith("Module") || name.equals("StrategyBinder") || isIn(type, "org.gan4j.experiments.cli");
    }
}
