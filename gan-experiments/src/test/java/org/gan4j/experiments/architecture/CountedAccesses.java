package org.gan4j.experiments.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Calls and method references that meet a condition, counted by the file's class, for rules with exact exceptions. */
final class CountedAccesses {
    private CountedAccesses() {}

    /** Counts by {@link #key}; a class without such accesses is absent. */
    static SortedMap<String, Integer> of(Iterable<JavaClass> classes, Predicate<JavaAccess<?>> condition) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (JavaClass type : classes) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (condition.test(access)) {
                    counts.merge(key(type), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** The name of the file's class without {@code org.gan4j}. */
    static String key(JavaClass type) {
        String name = type.getPackageName() + "." + MainClasses.topLevelName(type);
        return name.replaceFirst("^org\\.gan4j\\.", "");
    }

    /** The method or constructor accessed, such as {@code java.util.Map.of}. */
    static String target(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    /** The names of the parameters' types; none for a field. */
    static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }
}
