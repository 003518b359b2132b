package org.gan4j.experiments.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled classes of all modules without their tests, and selections from them that must not be empty. */
final class MainClasses {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("org.gan4j");

    private MainClasses() {}

    /** All main classes; fails when there are fewer than 880, so that no rule passes on nothing. */
    static JavaClasses all() {
        return atLeast(880, ALL);
    }

    /** The main classes of one package and the packages below it. */
    static JavaClasses in(String root, int least) {
        return that(describe("in " + root, type -> isIn(type, root)), least);
    }

    static JavaClasses that(DescribedPredicate<JavaClass> condition, int least) {
        return atLeast(least, ALL.that(condition));
    }

    static DescribedPredicate<JavaClass> describe(String description, java.util.function.Predicate<JavaClass> test) {
        return DescribedPredicate.describe(description, test);
    }

    static boolean isIn(JavaClass type, String root) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    /** The name of the file's class for a nested or anonymous class, the own name for any other. */
    static String topLevelName(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static JavaClasses atLeast(int least, JavaClasses classes) {
        assertThat(classes.size())
                .as("classes seen by this rule; it must not pass on nothing")
                .isGreaterThanOrEqualTo(least);
        return classes;
    }
}
