package org.gan4j.core.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Families among the interfaces of a class, found without initialising it. */
final class FamilyTree {
    private FamilyTree() {}

    /** Returns all interfaces of a class or an interface, itself included, that are families or extend one. */
    static List<Class<?>> of(Class<?> type) {
        LinkedHashSet<Class<?>> interfaces = new LinkedHashSet<>();
        addInterfaces(type, interfaces);
        List<Class<?>> families = new ArrayList<>();
        interfaces.stream().filter(found -> root(found).isPresent()).forEach(families::add);
        return families;
    }

    /** Returns the widest annotated family that an interface is or extends; empty where there is none. */
    static Optional<Class<?>> root(Class<?> type) {
        LinkedHashSet<Class<?>> interfaces = new LinkedHashSet<>();
        addInterfaces(type, interfaces);
        Class<?> widest = null;
        for (Class<?> found : interfaces) {
            boolean wider = widest == null || found.isAssignableFrom(widest);
            if (wider && found.isAnnotationPresent(Family.class)) {
                widest = found;
            }
        }
        return Optional.ofNullable(widest);
    }

    /** Returns the plural of a family's name; that of a sub-family without an annotation is made from its class. */
    static String plural(Class<?> family) {
        Family named = family.getAnnotation(Family.class);
        return named == null ? Names.kebab(family) + "s" : named.value();
    }

    /** Returns the singular of a family's name. */
    static String singular(Class<?> family) {
        Family named = family.getAnnotation(Family.class);
        if (named == null) {
            return Names.kebab(family);
        }
        return named.singular().isEmpty() ? singular(named.value()) : named.singular();
    }

    private static String singular(String plural) {
        if (plural.endsWith("sses")) {
            return plural.substring(0, plural.length() - 2);
        }
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> found) {
        if (type.isInterface()) {
            found.add(type);
        }
        for (Class<?> parent : type.getInterfaces()) {
            addInterfaces(parent, found);
        }
    }
}
