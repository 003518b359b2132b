package org.gan4j.experiments.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaMember.Predicates.declaredIn;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.experiments.architecture.MainClasses.describe;

import com.google.inject.AbstractModule;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Names, visibility and output: what keeps the code readable for somebody who opens one file. */
class StyleTest {
    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching("(.*[.$])?(Abstract\\w*|\\w*(Manager|Helper|Helpers|Util|Utils|Impl))")
                .check(MainClasses.all(300));
    }

    @Test
    void classesAreOpenOrFinalButHaveNoProtectedMembers() {
        noMembers()
                .that(declaredIn(not(JavaClass.Predicates.assignableTo(AbstractModule.class))))
                .should()
                .beProtected()
                .check(MainClasses.all(300));
    }

    @Test
    void onlyTheCommandLinePrints() {
        JavaClasses others = MainClasses.that(not(resideInAPackage("org.gan4j.experiments.cli..")), 200);
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
                MainClasses.that(describe("neither Main nor Session", type -> !ending.contains(type.getName())), 200);
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(others);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItHolds() {
        TreeSet<String> packages = new TreeSet<>();
        List<String> unmarked = new ArrayList<>();
        for (JavaClass type : MainClasses.all(300)) {
            JavaPackage home = type.getPackage();
            if (packages.add(home.getName()) && !home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(packages).hasSizeGreaterThanOrEqualTo(20);
        assertThat(unmarked)
                .as("packages without a package-info.java with @NullMarked")
                .isEmpty();
    }
}
