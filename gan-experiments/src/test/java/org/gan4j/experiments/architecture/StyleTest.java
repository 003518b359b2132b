package org.gan4j.experiments.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaMember.Predicates.declaredIn;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static org.gan4j.experiments.architecture.MainClasses.describe;

import com.google.inject.AbstractModule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names, visibility and output: what keeps the code readable for somebody who opens one file. */
class StyleTest {
    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching("(.*[.$])?(Abstract\\w*|\\w*(Manager|Helper|Helpers|Util|Utils|Impl))")
                .check(MainClasses.all());
    }

    @Test
    void classesAreOpenOrFinalButHaveNoProtectedMembers() {
        noMembers()
                .that(declaredIn(not(JavaClass.Predicates.assignableTo(AbstractModule.class))))
                .should()
                .beProtected()
                .check(MainClasses.all());
    }

    @Test
    void onlyTheCommandLinePrints() {
        JavaClasses others = MainClasses.that(not(resideInAPackage("org.gan4j.experiments.cli..")), 820);
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(others);
    }

    /** Session's hook gives 130, the code of an interrupted run, to a process that the signal is already ending. */
    @Test
    void onlyMainAndTheHookOfSessionEndTheProcess() {
        List<String> ending = List.of("org.gan4j.experiments.cli.Main", "org.gan4j.experiments.cli.Session");
        JavaClasses others =
                MainClasses.that(describe("neither Main nor Session", type -> !ending.contains(type.getName())), 875);
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(others);
    }
}
