package org.gan4j.experiments.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gan4j.core.config.Family;
import org.gan4j.core.config.Gan4jModule;
import org.gan4j.core.config.StrategyBinding;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.experiments.cli.Framework;
import org.junit.jupiter.api.Test;

/** Strategies: every one is bound, once, in a family that is named on its interface. */
class FamiliesTest {
    /** Public records of families that no configuration names, each with the reason. */
    private static final SortedMap<String, String> UNBOUND = new TreeMap<>();

    static {
        UNBOUND.put("org.gan4j.core.nn.init.MarginalLogits", "its mean is of data, which no configuration holds");
    }

    private final StrategyRegistry registry = Framework.of(List.of(), List.of()).registry();

    private List<StrategyBinding> bindings() {
        List<StrategyBinding> all = new ArrayList<>();
        for (Class<?> family : registry.families().values()) {
            registry.names(family)
                    .forEach(name -> all.add(registry.find(family, name).orElseThrow()));
        }
        return all;
    }

    @Test
    void noRecordIsBoundTwice() {
        SortedMap<String, TreeSet<String>> places = new TreeMap<>();
        for (StrategyBinding binding : bindings()) {
            if (binding.preset().isEmpty()) {
                places.computeIfAbsent(binding.type().getName(), type -> new TreeSet<>())
                        .add(binding.family().getSimpleName() + "/" + binding.name());
            }
        }
        assertThat(places).hasSizeGreaterThan(110);
        places.forEach((type, names) -> assertThat(names).as(type).hasSize(1));
    }

    @Test
    void everyPublicRecordOfAFamilyIsBound() {
        TreeSet<String> bound = new TreeSet<>();
        bindings().forEach(binding -> bound.add(binding.type().getName()));
        SortedSet<String> missing = new TreeSet<>();
        int seen = 0;
        for (JavaClass type : MainClasses.all()) {
            if (type.isRecord() && isPublic(type) && isOfAFamily(type)) {
                seen++;
                if (!bound.contains(type.getName())) {
                    missing.add(type.getName());
                }
            }
        }
        assertThat(seen).isGreaterThan(110);
        assertThat(missing).isEqualTo(UNBOUND.keySet());
    }

    private static boolean isPublic(JavaClass type) {
        boolean own = type.getModifiers().contains(JavaModifier.PUBLIC);
        return own && type.getEnclosingClass().map(FamiliesTest::isPublic).orElse(true);
    }

    private static boolean isOfAFamily(JavaClass type) {
        return type.getAllRawInterfaces().stream().anyMatch(i -> i.isAnnotatedWith(Family.class));
    }

    /** What a configuration declares as an interface of ours is a family, or a part of one, that knows names. */
    @Test
    void everyInterfaceInAConfigurationIsAFamily() {
        TreeMap<String, Class<?>> declared = new TreeMap<>();
        for (StrategyBinding binding : bindings()) {
            for (RecordComponent component : binding.type().getRecordComponents()) {
                classes(component.getGenericType())
                        .filter(type -> type.isInterface() && type.getName().startsWith("org.gan4j."))
                        .forEach(type -> declared.put(type.getName(), type));
            }
        }
        assertThat(declared).hasSizeGreaterThan(15);
        declared.forEach(
                (name, type) -> assertThat(registry.isFamily(type)).as(name).isTrue());
    }

    private static Stream<Class<?>> classes(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).flatMap(FamiliesTest::classes);
        }
        return type instanceof Class<?> plain ? Stream.of(plain) : Stream.empty();
    }

    @Test
    void subfamiliesKnowWhatTheWiderOneKnows() {
        int narrower = 0;
        for (Class<?> wide : registry.families().values()) {
            for (Class<?> narrow : registry.families().values()) {
                if (narrow != wide && wide.isAssignableFrom(narrow)) {
                    narrower++;
                    assertThat(registry.names(wide)).containsAll(registry.names(narrow));
                    assertThat(registry.names(narrow))
                            .allSatisfy(name ->
                                    assertThat(registry.find(narrow, name)).isEqualTo(registry.find(wide, name)));
                }
            }
        }
        assertThat(narrower).isEqualTo(4);
    }

    /** One public module per artifact, all under one name, found as a researcher's own. */
    @Test
    void everyArtifactHasOneModule() {
        assertThat(Gan4jModule.discover(getClass().getClassLoader()))
                .extracting(module -> module.getClass().getName())
                .filteredOn(name -> name.startsWith("org.gan4j."))
                .containsExactly(
                        "org.gan4j.core.binding.CoreModule",
                        "org.gan4j.eval.binding.EvaluatorsModule",
                        "org.gan4j.experiments.binding.ExperimentsModule",
                        "org.gan4j.losses.binding.LossesModule",
                        "org.gan4j.models.binding.ModelsModule");
        assertThat(MainClasses.that(
                        MainClasses.describe(
                                "public modules",
                                type -> type.isAssignableTo("com.google.inject.Module")
                                        && !type.isInterface()
                                        && isPublic(type)),
                        5))
                .hasSize(5);
    }
}
